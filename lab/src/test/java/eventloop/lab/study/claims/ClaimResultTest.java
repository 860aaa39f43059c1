package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimResultTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 9})
    void allRoundsOfAClaimHaveAnInterval(int rounds) {
        assertThat(result(rounds).interval()).isPresent();
    }

    /// Of seven rounds there is an interval too, and less certain than what is said of a claim's.
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 6, 7, 8})
    void aClaimThatBrokeOffHasNoInterval(int rounds) {
        assertThat(result(rounds).interval()).isEmpty();
    }

    private static ClaimResult result(int rounds) {
        return ExampleResult.of(Collections.nCopies(rounds, new Pair(2, 1)), Verdict.CANNOT_TELL);
    }
}
