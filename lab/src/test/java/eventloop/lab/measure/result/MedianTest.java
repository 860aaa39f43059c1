package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void oneDisturbedRoundDoesNotMoveIt() {
        assertThat(Median.of(3, 1000, 2)).hasValue(3);
    }

    @Test
    void isBetweenTheTwoInTheMiddle() {
        assertThat(Median.of(4, 1, 2, 3)).hasValue(2.5);
    }

    @Test
    void thereIsNoneOfNothing() {
        assertThat(Median.of()).isEmpty();
    }
}
