package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.claims.Expectation.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
    private static final Expectation TWICE = new Expectation(Direction.HIGHER, 2);
    private static final Leeway HIGHER = new Leeway(true, false, "the load generator was late");
    private static final Leeway LOWER = new Leeway(false, true, "the load generator was late");

    @Test
    void claimHoldsWhenAllFiveRoundsSpeakForIt() {
        var judgement = judge(TWICE, 2.1, 2.2, 3.2, 2.5, 2);

        assertThat(judgement.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(judgement.reason()).isEqualTo("at least 2 times as high in 5 of 5 rounds");
    }

    @Test
    void claimDoesNotHoldWhenAllFiveRoundsSpeakAgainstIt() {
        assertThat(judge(TWICE, 1.1, 1.2, 1.3, 1.5, 1).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void nothingIsSaidWhileRoundsDisagree() {
        assertThat(Judgement.isClear(TWICE, ratios(2.1, 2.1, 1.5, 2.1, 2.1))).isFalse();
        assertThat(judge(TWICE, 1.5, 2.1, 2.1, 2.1, 2.1, 1.5, 2.1, 2.1, 2.1).verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void moreRoundsMayMakeItClear() {
        assertThat(judge(TWICE, 1.5, 2.1, 2.1, 2.1, 2.1, 2.1, 2.1, 2.1, 2.1).verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(judge(TWICE, 2.1, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5).verdict())
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    /// Of a claim that lies exactly at its bar, a round in two reaches it. All ways in which nine rounds can fall are
    /// tried: those after a clear fifth would not have been made.
    @Test
    void claimThatLiesExactlyAtItsBarHoldsByChanceInLessThanOneRunOfTwenty() {
        int ways = 1 << Judgement.MOST_ROUNDS;
        long hold =
                IntStream.range(0, ways)
                        .mapToObj(way -> rounds(way, Judgement.MOST_ROUNDS))
                        .filter(rounds -> verdict(rounds) == Verdict.HOLDS)
                        .count();

        int clearAtOnce = 1 << Judgement.MOST_ROUNDS - Judgement.ROUNDS;
        int allButOneOfTheFirst = Judgement.ROUNDS;
        assertThat(hold).isEqualTo(clearAtOnce + allButOneOfTheFirst);
        assertThat((double) hold / ways).isLessThan(1 / 20.0);
    }

    /// Each bit is a round on one side of the bar or the other.
    private static List<Pair> rounds(int way, int count) {
        return IntStream.range(0, count)
                .mapToObj(round -> new Pair((way >> round & 1) == 1 ? 2.1 : 1.9, 1))
                .toList();
    }

    private static Verdict verdict(List<Pair> rounds) {
        var five = rounds.subList(0, Judgement.ROUNDS);
        var made = Judgement.isClear(TWICE, five) ? five : rounds;
        return Judgement.of(TWICE, made, Leeway.NONE).verdict();
    }

    @Test
    void fewerThanFiveRoundsAreNeverClear() {
        assertThat(Judgement.isClear(TWICE, ratios(3, 3, 3, 3))).isFalse();
    }

    /// Otherwise chance would say "holds" in one run and "does not hold" in the next.
    @Test
    void ratiosNextToTheBarMakeNoVerdictButTheOneBeyondIt() {
        assertThat(judge(TWICE, 1.9, 1.9, 1.85, 1.99, 1.95).verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
        assertThat(judge(TWICE, 1.9, 2.1, 1.9, 2.1, 1.9).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(judge(TWICE, 2.01, 2.1, 2.1, 2.1, 2.1).verdict()).isEqualTo(Verdict.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 2.5, HIGHER, HOLDS",
        "HIGHER, 2.5, LOWER, CANNOT_TELL",
        "HIGHER, 1.5, HIGHER, CANNOT_TELL",
        "HIGHER, 1.5, LOWER, DOES_NOT_HOLD",
        "LOWER, 0.4, HIGHER, CANNOT_TELL",
        "LOWER, 0.4, LOWER, HOLDS",
        "LOWER, 0.9, HIGHER, DOES_NOT_HOLD",
        "LOWER, 0.9, LOWER, CANNOT_TELL",
        "SAME, 1, HIGHER, CANNOT_TELL",
        "SAME, 1, LOWER, CANNOT_TELL",
        "SAME, 4, HIGHER, CANNOT_TELL",
    })
    void whatTheGeneratorsLimitsCouldUndoIsNoVerdict(
            Direction direction, double ratio, Direction inTruth, Verdict verdict) {
        var rounds = ratios(ratio, ratio, ratio, ratio, ratio);
        var leeway = inTruth == Direction.HIGHER ? HIGHER : LOWER;

        var judgement = Judgement.of(new Expectation(direction, 2), rounds, leeway);

        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.reason().endsWith("; the load generator was late"))
                .isEqualTo(verdict == Verdict.CANNOT_TELL);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 2, 2, FOR",
        "HIGHER, 2, 1.99, NEITHER",
        "HIGHER, 2, 1.8, AGAINST",
        "HIGHER, 0.8, 0.9, FOR",
        "HIGHER, 0.8, 0.72, AGAINST",
        "LOWER, 2, 0.5, FOR",
        "LOWER, 2, 0.51, NEITHER",
        "LOWER, 2, 0.56, AGAINST",
        "SAME, 1.25, 1.2, FOR",
        "SAME, 1.25, 0.8, FOR",
        "SAME, 1.25, 1.3, NEITHER",
        "SAME, 1.25, 0.75, NEITHER",
        "SAME, 1.25, 1.4, AGAINST",
        "SAME, 1.25, 0.7, AGAINST",
        "HIGHER, 2, Infinity, FOR",
        "LOWER, 2, 0, FOR",
        "HIGHER, 2, NaN, NEITHER"
    })
    void roundSpeaksForAClaimOrAgainstItOrSaysNothing(
            Direction direction, double times, double ratio, Vote vote) {
        assertThat(new Expectation(direction, times).vote(ratio)).isEqualTo(vote);
    }

    @Test
    void whereNothingCanBeToldWhatMayPreventItIsShown() {
        var unclear = judge(TWICE, 1.9, 1.9, 1.9, 1.9, 1.9).beside("The disk is too fast.");
        var clear = judge(TWICE, 3, 3, 3, 3, 3).beside("The disk is too fast.");

        assertThat(unclear.reason()).endsWith("elsewhere: The disk is too fast.");
        assertThat(clear.reason()).doesNotContain("disk");
    }

    private static Judgement judge(Expectation expectation, double... ratios) {
        return Judgement.of(expectation, ratios(ratios), Leeway.NONE);
    }

    private static List<Pair> ratios(double... ratios) {
        return Arrays.stream(ratios).mapToObj(ratio -> new Pair(ratio * 10, 10)).toList();
    }
}
