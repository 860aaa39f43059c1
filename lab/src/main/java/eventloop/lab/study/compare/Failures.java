package eventloop.lab.study.compare;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.PhaseResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What went wrong in several phases, by kind, beside what went right.
public record Failures(Map<Failure, Long> byKind, long answered) {
    static Failures in(List<PhaseResult> results) {
        var sum = new EnumMap<Failure, Long>(Failure.class);
        for (var result : results) {
            result.failures().forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        }
        return new Failures(sum, results.stream().mapToLong(PhaseResult::answered).sum());
    }

    public long count() {
        return byKind.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Each kind, and how much of all it was: `503 37,372 (38.0 %)`.
    public List<String> inWords() {
        return byKind.entrySet().stream()
                .map(kind ->
                        "%s %,d (%.1f %%)"
                                .formatted(
                                        kind.getKey().words(),
                                        kind.getValue(),
                                        100.0 * kind.getValue() / (answered + count())))
                .toList();
    }
}
