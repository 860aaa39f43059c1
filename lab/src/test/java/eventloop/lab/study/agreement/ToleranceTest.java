package eventloop.lab.study.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {
    private static final Reading OWN = reading(1_000, 0, 100, 10);

    @ParameterizedTest
    @CsvSource({"110, 10", "90, 10", "100, 11", "100, 9"})
    void aTenthMoreOrLessAgrees(double requestsPerSecond, double meanMillis) {
        assertThat(agrees(reading(1_000, 0, requestsPerSecond, meanMillis))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"111, 10", "89, 10", "100, 11.1", "100, 8.9"})
    void moreThanThatDoesNot(double requestsPerSecond, double meanMillis) {
        assertThat(agrees(reading(1_000, 0, requestsPerSecond, meanMillis))).isFalse();
    }

    @Test
    void oneInAHundredMayFail() {
        assertThat(agrees(reading(990, 10, 100, 10))).isTrue();
        assertThat(agrees(reading(989, 11, 100, 10))).isFalse();
    }

    private static boolean agrees(Reading other) {
        return Tolerance.agree(other, List.of(OWN, other));
    }

    private static Reading reading(
            long answered, long failed, double requestsPerSecond, double meanMillis) {
        return new Reading(
                "program",
                10,
                answered,
                failed,
                requestsPerSecond,
                meanMillis,
                meanMillis,
                meanMillis,
                OptionalLong.empty());
    }
}
