package eventloop.lab.claims;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.claims.Expectation.Direction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
    private static final Expectation TWICE = new Expectation(Direction.HIGHER, 2);

    @Test
    void claimHoldsWhenAllRoundsButOneSpeakForIt() {
        var judgement = Judgement.of(TWICE, ratios(2.1, 2.2, 1.2, 2.5, 2), false);

        assertThat(judgement.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(judgement.reason()).isEqualTo("at least 2 times as high in 4 of 5 rounds");
    }

    @Test
    void claimDoesNotHoldWhenAllRoundsButOneSpeakAgainstIt() {
        var judgement = Judgement.of(TWICE, ratios(1.1, 1.2, 2.2, 1.5, 1), false);

        assertThat(judgement.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void nothingIsSaidWhileRoundsDisagree() {
        var five = ratios(1.9, 2.1, 1.9, 2.1, 2.1);
        var nine = ratios(1.9, 2.1, 1.9, 2.1, 2.1, 1.9, 2.1, 2.1, 2.1);

        assertThat(Judgement.isClear(TWICE, five)).isFalse();
        assertThat(Judgement.of(TWICE, nine, false).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void moreRoundsMayMakeItClear() {
        var nine = ratios(1.9, 2.1, 1.9, 2.1, 2.1, 2.1, 2.1, 2.1, 2.1);

        assertThat(Judgement.isClear(TWICE, nine)).isTrue();
        assertThat(Judgement.of(TWICE, nine, false).verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void fewerThanFiveRoundsAreNeverClear() {
        assertThat(Judgement.isClear(TWICE, ratios(3, 3, 3, 3))).isFalse();
    }

    @Test
    void whatTheGeneratorLimitedIsNotHeldAgainstTheClaim() {
        var missed = ratios(1.5, 1.5, 1.5, 1.5, 1.5);
        var reached = ratios(2.5, 2.5, 2.5, 2.5, 2.5);

        assertThat(Judgement.of(TWICE, missed, true).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(Judgement.of(TWICE, reached, true).verdict()).isEqualTo(Verdict.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 2, 2, true",
        "HIGHER, 2, 1.99, false",
        "HIGHER, 0.8, 0.9, true",
        "LOWER, 2, 0.5, true",
        "LOWER, 2, 0.51, false",
        "SAME, 1.25, 1.2, true",
        "SAME, 1.25, 0.8, true",
        "SAME, 1.25, 1.3, false",
        "SAME, 1.25, 0.7, false",
        "HIGHER, 2, Infinity, true",
        "HIGHER, 2, NaN, false"
    })
    void roundSpeaksForAClaimOrAgainstIt(
            Direction direction, double times, double ratio, boolean isFor) {
        assertThat(new Expectation(direction, times).isMetBy(ratio)).isEqualTo(isFor);
    }

    private static List<Pair> ratios(double... ratios) {
        return Arrays.stream(ratios).mapToObj(ratio -> new Pair(ratio * 10, 10)).toList();
    }
}
