package eventloop.lab.observe;

/// What a JVM server's heap has seen in a stretch of load.
///
/// @param requests answered meanwhile
/// @param allocatedBytes by threads that were there at the end
/// @param pauses of the garbage collector, in which no request is served
/// @param longestPauseMillis of them
public record Heap(
        long requests,
        long allocatedBytes,
        int pauses,
        double pauseMillis,
        double longestPauseMillis) {

    public double allocatedBytesPerRequest() {
        return (double) allocatedBytes / Math.max(1, requests);
    }
}
