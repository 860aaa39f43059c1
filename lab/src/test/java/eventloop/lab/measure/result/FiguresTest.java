package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0.1234, 0.123 ms",
        "1.234, 1.23 ms",
        "12.34, 12.3 ms",
        "9.996, 10.0 ms",
        "99.96, 100 ms",
        "1234.4, '1,234 ms'"
    })
    void latencyHasThreeDigitsThatMatter(double millis, String shown) {
        assertThat(Figures.millis(OptionalDouble.of(millis))).isEqualTo(shown);
    }

    @Test
    void oneIsNotSeveral() {
        assertThat(Figures.counted(1, "machine", "machines")).isEqualTo("1 machine");
        assertThat(Figures.counted(2, "machine", "machines")).isEqualTo("2 machines");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(Figures.mebibytes(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void looksTheSameEverywhere() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(Figures.count(OptionalDouble.of(12345))).isEqualTo("12,345");
        } finally {
            Locale.setDefault(usual);
        }
    }
}
