package eventloop.lab.study.claims;

import java.util.List;
import java.util.Optional;

/// The claims' rule for rounds that were made for another purpose: see [Judgement].
public final class RoundByRound {
    /// Fewer are no verdict.
    public static final int LEAST_ROUNDS = Judgement.ROUNDS;

    private RoundByRound() {}

    /// @param ratios of the first side's figure to the second's, in the order of their rounds; of more than a claim
    ///     ever has, the first ones speak
    /// @return nothing if there are fewer rounds than a verdict needs
    public static Optional<Verdict> verdict(Expectation expectation, List<Double> ratios) {
        if (ratios.size() < LEAST_ROUNDS) {
            return Optional.empty();
        }
        var pairs =
                ratios.stream()
                        .limit(Judgement.MOST_ROUNDS)
                        .map(ratio -> new Pair(ratio, 1))
                        .toList();
        return Optional.of(Judgement.of(expectation, pairs, Leeway.NONE).verdict());
    }
}
