package eventloop.lab.study.compare;

import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.load.PhaseResult;
import java.util.List;

/// What went wrong in several phases, by kind, beside what went right.
public record FailedRequests(Failures failures, long answered) {
    static FailedRequests in(List<PhaseResult> results) {
        return new FailedRequests(
                Failures.in(results), results.stream().mapToLong(PhaseResult::answered).sum());
    }

    public long count() {
        return failures.count();
    }

    /// Each kind, and how much of all it was: `answered 503 37,372 (38.0 %)`.
    public List<String> inWords() {
        return failures.byKind().entrySet().stream()
                .map(kind ->
                        "%s %,d (%.1f %%)"
                                .formatted(
                                        kind.getKey().words(),
                                        kind.getValue(),
                                        100.0 * kind.getValue() / (answered + count())))
                .toList();
    }
}
