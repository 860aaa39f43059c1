package eventloop.lab.workbench.speed;

import java.util.OptionalDouble;

/// What one server did in one round.
///
/// @param processorMicros that the server took for each request
/// @param processorShare of one processor, that the server had; well below 1, the load was at its end first
/// @param latenessMillis how late our own load was with its requests, at its p99; wrk does not tell
/// @param meanLatenessMillis the same on average; nor is it known of results that were stored
///     before it was asked
/// @param distanceNanos as [Distance#nanos] says; not known of results that were stored before it was asked
public record Round(
        String server,
        double requestsPerSecond,
        double meanMillis,
        double p99Millis,
        double processorMicros,
        double processorShare,
        OptionalDouble latenessMillis,
        OptionalDouble meanLatenessMillis,
        OptionalDouble distanceNanos) {
    /// How late the load was, as it bears on a response time. What is late at the p99 may be on
    /// time on average.
    double latenessMillis(Quantity time) {
        return isOnAverage(time) ? meanLatenessMillis.getAsDouble() : latenessMillis.orElse(0);
    }

    /// The same as a share of that response time.
    double latenessShare(Quantity time) {
        return latenessMillis(time) / (isOnAverage(time) ? meanMillis : p99Millis);
    }

    private boolean isOnAverage(Quantity time) {
        return time == Quantity.MEAN && meanLatenessMillis.isPresent();
    }
}
