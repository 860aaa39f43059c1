package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimResultTest {
    private static final Pair ROUND = new Pair(2, 1);

    @ParameterizedTest
    @CsvSource({"5, HOLDS", "5, DOES_NOT_HOLD", "9, HOLDS", "9, CANNOT_TELL"})
    void allRoundsOfAClaimHaveAnInterval(int rounds, Verdict verdict) {
        assertThat(result(rounds, verdict).interval()).isPresent();
    }

    /// After five without a verdict nine were wanted. Of seven there is an interval too, and less certain than what is
    /// said of a claim's.
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 5, 6, 7, 8})
    void aClaimThatBrokeOffHasNoInterval(int rounds) {
        assertThat(result(rounds, Verdict.CANNOT_TELL).interval()).isEmpty();
    }

    @Test
    void theFirstGuessIsKept() {
        var again = ExampleResult.guessed(OptionalDouble.of(3), ROUND);

        assertThat(again.after(ExampleResult.guessed(OptionalDouble.of(5), ROUND)).prediction())
                .hasValue(5);
    }

    @Test
    void aGuessThatIsMadeWhenFiguresHaveBeenSeenIsNone() {
        var again = ExampleResult.guessed(OptionalDouble.of(3), ROUND);
        var shown = ExampleResult.guessed(OptionalDouble.empty(), ROUND);
        var brokenOff = ExampleResult.guessed(OptionalDouble.empty());

        assertThat(again.after(shown).prediction()).isEmpty();
        assertThat(again.after(brokenOff).prediction()).hasValue(3);
    }

    private static ClaimResult result(int rounds, Verdict verdict) {
        return ExampleResult.of(Collections.nCopies(rounds, ROUND), verdict);
    }
}
