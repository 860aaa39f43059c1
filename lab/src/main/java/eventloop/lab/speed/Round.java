package eventloop.lab.speed;

/// What one server did in one round.
///
/// @param processorMicros that the server took for each request
/// @param processorShare of one processor, that the server had; well below 1, the load was at its end first
public record Round(
        String server,
        double requestsPerSecond,
        double meanMillis,
        double p99Millis,
        double processorMicros,
        double processorShare) {}
