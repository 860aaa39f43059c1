package eventloop.lab.study.vast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectionTest {
    private static final List<Integer> STEPS = List.of(100, 1_000, 10_000);

    @ParameterizedTest
    @ValueSource(ints = {3, 99, 100, 200, 1_209, 9_999})
    void findsTheEndWithinFivePartsInAHundred(int end) throws Exception {
        var found = Bisection.among(STEPS, number -> whyNot(number, end));

        assertThat(found.held()).isLessThanOrEqualTo(end);
        int lost = found.lost().orElseThrow();
        assertThat(lost).isGreaterThan(end);
        assertThat(lost - found.held()).isLessThanOrEqualTo(Math.max(1, lost / 20));
        assertThat(found.reason()).contains(lost + " are too many");
    }

    @Test
    void whereThereIsNoEndThereIsNoReason() throws Exception {
        assertThat(Bisection.among(STEPS, number -> Optional.empty()))
                .isEqualTo(new Bisection.Found(10_000, OptionalInt.empty(), Optional.empty()));
    }

    @Test
    void nothingBeyondTheFirstFailureIsTried() throws Exception {
        var tried = new ArrayList<Integer>();

        Bisection.among(
                STEPS,
                number -> {
                    tried.add(number);
                    return whyNot(number, 500);
                });

        assertThat(tried).startsWith(100, 1_000, 550).doesNotContain(10_000);
    }

    @Test
    void aTryThatFailsTellsNothingOfItsNumber() throws Exception {
        assertThat(Bisection.among(STEPS, number -> whyNotIfPossible(number, 5_000)))
                .isEqualTo(
                        new Bisection.Found(
                                1_000, OptionalInt.empty(), Optional.of("nobody can tell")));
    }

    @Test
    void whatIsKnownBeforeATryFailsIsKept() throws Exception {
        assertThat(Bisection.among(STEPS, number -> whyNotIfPossible(number, 50)))
                .isEqualTo(
                        new Bisection.Found(
                                0, OptionalInt.of(100), Optional.of("100 are too many")));
    }

    /// Only what can be divided by a hundred can be told, up to a thousand.
    private static Optional<String> whyNotIfPossible(int number, int end) throws IOException {
        if (number % 100 != 0 || number > 1_000) {
            throw new IOException("nobody can tell");
        }
        return whyNot(number, end);
    }

    private static Optional<String> whyNot(int number, int end) {
        return number <= end ? Optional.empty() : Optional.of(number + " are too many");
    }
}
