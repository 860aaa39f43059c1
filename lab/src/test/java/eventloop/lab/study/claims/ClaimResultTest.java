package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimResultTest {
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

    private static ClaimResult result(int rounds, Verdict verdict) {
        return ExampleResult.of(Collections.nCopies(rounds, new Pair(2, 1)), verdict);
    }
}
