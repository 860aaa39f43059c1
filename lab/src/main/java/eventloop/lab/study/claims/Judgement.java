package eventloop.lab.study.claims;

import java.util.List;

/// The rule by which rounds become a verdict.
///
/// A round speaks for a claim if its ratio reaches the bar, against it if it misses it by a tenth or more, and
/// else says nothing. All of five rounds have to agree. If they do not, four more are made, and of nine all but
/// one have to agree. If they still do not, the machine is too restless, or the effect too near to its bar, and
/// nothing is said.
///
/// A claim that lies exactly at its bar is reached by one round in two. It "holds" by chance in 21 of the 512 ways in
/// which nine rounds can fall: in one run of 24. From one verdict to the other it is so far that they do not flip
/// between two runs.
record Judgement(Verdict verdict, String reason) {
    static final int ROUNDS = 5;
    static final int MOST_ROUNDS = 9;

    /// Whether so many rounds agree that more would not be worth the time.
    static boolean isClear(Expectation expectation, List<Pair> pairs) {
        return pairs.size() >= ROUNDS && verdict(expectation, pairs) != Verdict.CANNOT_TELL;
    }

    /// @param leeway what of the ratios may be the load generator's doing: a verdict that this could undo is
    ///     none
    static Judgement of(Expectation expectation, List<Pair> pairs, Leeway leeway) {
        var verdict = verdict(expectation, pairs);
        var words =
                "%s in %d of %d rounds"
                        .formatted(
                                expectation.words(),
                                count(Vote.FOR, expectation, pairs),
                                pairs.size());
        boolean isCertain =
                switch (verdict) {
                    case HOLDS -> expectation.isMetDespite(leeway);
                    case DOES_NOT_HOLD -> expectation.isMissedDespite(leeway);
                    case CANNOT_TELL -> true;
                };
        return isCertain
                ? new Judgement(verdict, words)
                : new Judgement(Verdict.CANNOT_TELL, words + "; " + leeway.reason());
    }

    private static Verdict verdict(Expectation expectation, List<Pair> pairs) {
        int needed = pairs.size() < MOST_ROUNDS ? pairs.size() : MOST_ROUNDS - 1;
        if (count(Vote.FOR, expectation, pairs) >= needed) {
            return Verdict.HOLDS;
        }
        return count(Vote.AGAINST, expectation, pairs) >= needed
                ? Verdict.DOES_NOT_HOLD
                : Verdict.CANNOT_TELL;
    }

    private static long count(Vote vote, Expectation expectation, List<Pair> pairs) {
        return pairs.stream().filter(pair -> expectation.vote(pair.ratio()) == vote).count();
    }

    /// The same, and what is to be known beside it.
    Judgement with(List<String> remarks) {
        return remarks.isEmpty()
                ? this
                : new Judgement(verdict, reason + "; " + String.join("; ", remarks));
    }

    /// The same; and where nothing can be told, what the ledger knows of that may prevent it: here it may be, or not.
    Judgement beside(String cannotTell) {
        return verdict == Verdict.CANNOT_TELL
                ? with(List.of("what may prevent it, here or elsewhere: " + cannotTell))
                : this;
    }
}
