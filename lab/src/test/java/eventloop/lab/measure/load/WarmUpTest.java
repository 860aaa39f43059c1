package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void threeSecondsWithinFivePercentAreSteady() {
        assertThat(isSteady(100L, 200L, 1000L, 960L, 990L)).isTrue();
        assertThat(isSteady(100L, 200L, 1000L, 940L, 990L)).isFalse();
    }

    @Test
    void threeSecondsThatDifferAreSteadyIfTheThreeBeforeWereNoSlowerOnAverage() {
        assertThat(isSteady(800L, 1000L, 900L, 1000L, 780L, 900L)).isTrue();
        assertThat(isSteady(600L, 800L, 900L, 1000L, 780L, 900L)).isFalse();
    }

    @Test
    void twoSecondsAreTooFew() {
        assertThat(isSteady(1000L, 1000L)).isFalse();
    }

    @Test
    void serverThatAnswersNobodyIsNotSteady() {
        assertThat(isSteady(0L, 0L, 0L, 0L, 0L, 0L)).isFalse();
    }

    @Test
    void jvmThatStillCompilesIsNotThoughEachSecondIsLikeTheLast() {
        assertThat(warmUp(0.3, 0.3, 0.3).isSteady()).isFalse();
        assertThat(warmUp(0.3, 0.3, 0.3).wasStillCompiling()).isTrue();
    }

    @Test
    void itIsSteadyWhenItHasHardlyCompiledAnyMore() {
        assertThat(warmUp(0.3, 0.3, 0.02).isSteady()).isTrue();
    }

    @Test
    void compilersThreadThatEndsTakesNothingOff() {
        assertThat(warmUp(0.3, -9).compiling()).containsExactly(0.3, 0.0);
    }

    private static boolean isSteady(long... bytesPerSecond) {
        var warmUp = WarmUp.NONE;
        for (long bytes : bytesPerSecond) {
            warmUp = warmUp.and(bytes, 0);
        }
        return warmUp.isSteady();
    }

    /// Of a server whose every second is alike.
    private static WarmUp warmUp(double... compilersSeconds) {
        var warmUp = WarmUp.NONE;
        for (double seconds : compilersSeconds) {
            warmUp = warmUp.and(1000, seconds);
        }
        return warmUp;
    }
}
