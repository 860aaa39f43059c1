package eventloop.lab.study.claims;

import java.util.List;
import java.util.OptionalDouble;

/// What came of a claim, where a test cares for its rounds and its verdict alone.
final class ExampleResult {
    private ExampleResult() {}

    static ClaimResult of(List<Pair> rounds, Verdict verdict) {
        return of(rounds, verdict, "none");
    }

    static ClaimResult of(List<Pair> rounds, Verdict verdict, String reason) {
        return of(rounds, verdict, reason, OptionalDouble.empty());
    }

    static ClaimResult guessed(OptionalDouble guess, Pair... rounds) {
        return of(List.of(rounds), Verdict.HOLDS, "none", guess);
    }

    private static ClaimResult of(
            List<Pair> rounds, Verdict verdict, String reason, OptionalDouble guess) {
        return new ClaimResult(
                "X01",
                "The first is slow.",
                "none",
                "step01",
                "mean response time",
                "ms",
                "first",
                "second",
                "at least 2 times as high",
                rounds,
                verdict,
                reason,
                guess,
                1);
    }
}
