package eventloop.lab.load;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// What one phase has shown, seen from the clients.
///
/// @param seconds how long was counted
/// @param answered right answers to the requests that count
/// @param answeredMeanwhile right answers that came while counting: in an open loop also to requests from
///     before, and none that came late
/// @param answeredInAll the same from the beginning of the lead-in on
/// @param latency of the right answers, and of the requests that were given up on, as long as these had
///     waited: a silent server must not look fast
/// @param failures what went wrong, by kind
/// @param reconnects connections opened again because the server had closed the one before
/// @param lateness how late the generator itself asked: it must be small beside the latency
/// @param generatorLoad share of a processor that the generator used: near 1, the peak may be its own
/// @param companionsLost companions that had a place when the load began, and none any more at the end
public record PhaseResult(
        Phase phase,
        double seconds,
        long answered,
        long answeredMeanwhile,
        long answeredInAll,
        Latency latency,
        Map<Failure, Long> failures,
        long reconnects,
        Latency lateness,
        double generatorLoad,
        int companionsLost) {

    private static final Comparator<Latency> BY_P99 = Comparator.comparing(Latency::p99Millis);

    /// What several processes have seen of one phase.
    ///
    /// @param whole the phase, of which each did a part
    /// @param processors for all of them
    static PhaseResult of(Phase whole, List<PhaseResult> parts, int processors) {
        return new PhaseResult(
                whole,
                whole.seconds(),
                sum(parts, PhaseResult::answered),
                sum(parts, PhaseResult::answeredMeanwhile),
                sum(parts, PhaseResult::answeredInAll),
                Latency.sum(parts.stream().map(PhaseResult::latency).toList()),
                failures(parts),
                sum(parts, PhaseResult::reconnects),
                parts.stream().map(PhaseResult::lateness).max(BY_P99).orElseThrow(),
                load(parts, processors),
                (int) sum(parts, PhaseResult::companionsLost));
    }

    private static long sum(List<PhaseResult> parts, ToLongFunction<PhaseResult> count) {
        return parts.stream().mapToLong(count).sum();
    }

    private static Map<Failure, Long> failures(List<PhaseResult> parts) {
        var failures = new TreeMap<Failure, Long>();
        for (var part : parts) {
            part.failures().forEach((kind, count) -> failures.merge(kind, count, Long::sum));
        }
        return failures;
    }

    /// The most that one of them used, who has one thread; or all of them, if they had to share.
    private static double load(List<PhaseResult> parts, int processors) {
        double most = parts.stream().mapToDouble(PhaseResult::generatorLoad).max().orElseThrow();
        double all = parts.stream().mapToDouble(PhaseResult::generatorLoad).sum();
        return Math.max(most, all / processors);
    }

    /// The same, but more companions have lost their places.
    PhaseResult losing(int more) {
        return new PhaseResult(
                phase,
                seconds,
                answered,
                answeredMeanwhile,
                answeredInAll,
                latency,
                failures,
                reconnects,
                lateness,
                generatorLoad,
                companionsLost + more);
    }

    public double requestsPerSecond() {
        return answered / seconds;
    }

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }
}
