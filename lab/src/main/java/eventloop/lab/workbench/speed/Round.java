package eventloop.lab.workbench.speed;

import java.util.OptionalDouble;

/// What one server did in one round.
///
/// @param processorMicros that the server took for each request
/// @param processorShare of one processor, that the server had; well below 1, the load was at its end first
/// @param latenessMillis how late our own load was with its requests, at its p99; wrk does not tell
/// @param generatorLoad the share of a processor that our own load used; wrk does not tell
/// @param distanceNanos as [Distance#nanos] says; not known of results that were stored before it was asked
public record Round(
        String server,
        double requestsPerSecond,
        double meanMillis,
        double p99Millis,
        double processorMicros,
        double processorShare,
        OptionalDouble latenessMillis,
        OptionalDouble generatorLoad,
        OptionalDouble distanceNanos) {}
