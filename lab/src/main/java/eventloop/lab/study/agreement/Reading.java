package eventloop.lab.study.agreement;

import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/// What a load program says of a server.
///
/// @param clients who asked
/// @param answered requests with a right answer
/// @param slow how many of them took longer than [#SLOW_MILLIS]; empty where the program does not tell
public record Reading(
        String program,
        int clients,
        long answered,
        long failed,
        double requestsPerSecond,
        double meanMillis,
        double p50Millis,
        double p99Millis,
        OptionalLong slow) {
    /// Longer than this, an answer has waited for a server that stood still.
    static final int SLOW_MILLIS = 50;

    private static final double NANOS = 1e6;

    /// @param nanos how long each answer took, and each request that was given up on
    static Reading of(
            String program,
            int clients,
            long answered,
            long failed,
            double requestsPerSecond,
            Histogram nanos) {
        return new Reading(
                program,
                clients,
                answered,
                failed,
                requestsPerSecond,
                nanos.getMean() / NANOS,
                nanos.getValueAtPercentile(50) / NANOS,
                nanos.getValueAtPercentile(99) / NANOS,
                OptionalLong.of(slow(nanos)));
    }

    private static long slow(Histogram nanos) {
        return nanos.getCountBetweenValues(
                (long) (SLOW_MILLIS * NANOS), nanos.getHighestTrackableValue());
    }
}
