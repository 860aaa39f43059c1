package eventloop.lab.claims;

import java.util.List;

/// The rule by which rounds become a verdict.
///
/// A round speaks for a claim if its ratio meets what was expected, and against it otherwise. Of five rounds
/// all but one have to agree. If they do not, four more are made, and of nine all but two have to agree. If
/// they still do not, the machine is too restless, or the effect too near to its bar, and nothing is said:
/// the band between the verdicts is what keeps them from flipping between two runs.
record Judgement(Verdict verdict, String reason) {
    static final int ROUNDS = 5;
    static final int MOST_ROUNDS = 9;

    /// Whether so many rounds agree that more would not be worth the time.
    static boolean isClear(Expectation expectation, List<Pair> pairs) {
        long agreeing = agreeing(expectation, pairs);
        return pairs.size() >= ROUNDS
                && Math.max(agreeing, pairs.size() - agreeing) >= needed(pairs.size());
    }

    /// @param isLimited whether the load generator, and not a server, set one of the figures: what was not
    ///     reached then may have been within reach
    static Judgement of(Expectation expectation, List<Pair> pairs, boolean isLimited) {
        long agreeing = agreeing(expectation, pairs);
        int rounds = pairs.size();
        var words = "%s in %d of %d rounds".formatted(expectation.words(), agreeing, rounds);
        if (agreeing >= needed(rounds)) {
            return new Judgement(Verdict.HOLDS, words);
        }
        if (isLimited) {
            return new Judgement(
                    Verdict.CANNOT_TELL,
                    words + "; the load generator could make no more requests");
        }
        return new Judgement(
                rounds - agreeing >= needed(rounds) ? Verdict.DOES_NOT_HOLD : Verdict.CANNOT_TELL,
                words);
    }

    /// The same, and what is to be known beside it.
    Judgement with(List<String> remarks) {
        return remarks.isEmpty()
                ? this
                : new Judgement(verdict, reason + "; " + String.join("; ", remarks));
    }

    private static long agreeing(Expectation expectation, List<Pair> pairs) {
        return pairs.stream().filter(pair -> expectation.isMetBy(pair.ratio())).count();
    }

    private static int needed(int rounds) {
        return rounds - rounds / 4;
    }
}
