package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void threeSecondsWithinFivePercentAreSteady() {
        assertThat(new WarmUp(List.of(100L, 200L, 1000L, 960L, 990L)).isSteady()).isTrue();
        assertThat(new WarmUp(List.of(100L, 200L, 1000L, 940L, 990L)).isSteady()).isFalse();
    }

    @Test
    void soAreThreeThatDifferWhereTheThreeBeforeWereNoSlowerOnAverage() {
        assertThat(new WarmUp(List.of(800L, 1000L, 900L, 1000L, 780L, 900L)).isSteady()).isTrue();
        assertThat(new WarmUp(List.of(600L, 800L, 900L, 1000L, 780L, 900L)).isSteady()).isFalse();
    }

    @Test
    void twoSecondsAreTooFew() {
        assertThat(new WarmUp(List.of(1000L, 1000L)).isSteady()).isFalse();
    }

    @Test
    void serverThatAnswersNobodyIsNotSteady() {
        assertThat(new WarmUp(List.of(0L, 0L, 0L, 0L, 0L, 0L)).isSteady()).isFalse();
    }
}
