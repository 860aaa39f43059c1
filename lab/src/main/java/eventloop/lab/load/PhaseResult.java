package eventloop.lab.load;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one phase has shown, seen from the clients.
///
/// @param seconds how long was counted
/// @param answered right answers
/// @param answeredInAll the same from the beginning of the lead-in on
/// @param latency of the right answers, and of the requests that were given up on, as long as these had
///     waited: a silent server must not look fast
/// @param failures what went wrong, by kind
/// @param reconnects connections opened again because the server had closed the one before
/// @param lateness how late the generator itself asked: it must be small beside the latency
/// @param generatorLoad share of a processor that the generator used: near 1, the peak may be its own
public record PhaseResult(
        Phase phase,
        double seconds,
        long answered,
        long answeredInAll,
        Latency latency,
        Map<Failure, Long> failures,
        long reconnects,
        Latency lateness,
        double generatorLoad) {

    public double requestsPerSecond() {
        return answered / seconds;
    }

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What several load processes have seen of one phase. The generator is as late, and as busy, as the worst
    /// of them.
    static PhaseResult sum(Phase phase, List<PhaseResult> parts) {
        var failures = new TreeMap<Failure, Long>();
        parts.forEach(
                part -> part.failures.forEach((kind, n) -> failures.merge(kind, n, Long::sum)));
        return new PhaseResult(
                phase,
                parts.getFirst().seconds,
                parts.stream().mapToLong(PhaseResult::answered).sum(),
                parts.stream().mapToLong(PhaseResult::answeredInAll).sum(),
                Latency.sum(parts.stream().map(PhaseResult::latency).toList()),
                failures,
                parts.stream().mapToLong(PhaseResult::reconnects).sum(),
                parts.stream()
                        .map(PhaseResult::lateness)
                        .max(Comparator.comparingDouble(Latency::p99Millis))
                        .orElseThrow(),
                parts.stream().mapToDouble(PhaseResult::generatorLoad).max().orElseThrow());
    }
}
