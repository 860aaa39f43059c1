package eventloop.lab.study.link;

/// Under which conditions servers are looked at over a cable; kept with what comes of it.
///
/// @param smallBytes of a file for which many ask
/// @param smallClients who do
/// @param smallPerSecond requests, at random times
/// @param largeBytes of a file that is downloaded
/// @param largeClients who download it, again as soon as they have it
/// @param leadInSeconds before anything is counted
/// @param seconds that each of the two is counted
public record LinkConditions(
        long smallBytes,
        int smallClients,
        int smallPerSecond,
        long largeBytes,
        int largeClients,
        double leadInSeconds,
        double seconds) {
    /// Those of `./course link`.
    public static LinkConditions usual() {
        return new LinkConditions(1 << 10, 50, 500, 16 << 20, 4, 1, 3);
    }
}
