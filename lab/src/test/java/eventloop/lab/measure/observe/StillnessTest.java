package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class StillnessTest {
    private static final Duration TIME = Duration.ofMillis(100);

    @Test
    void longPausesBetweenTwoLooksAreCounted() {
        // A look every microsecond; of each 10 ms, 1 ms is missing.
        var clock =
                new LongSupplier() {
                    private long micros;

                    @Override
                    public long getAsLong() {
                        micros += micros % 10_000 == 5_000 ? 1_000 : 1;
                        return micros * 1_000;
                    }
                };

        assertThat(Stillness.percentOf(TIME, clock)).isCloseTo(10, within(0.5));
    }

    @Test
    void shortPausesAreTheOrdinaryCourseOfThings() {
        var clock =
                new LongSupplier() {
                    private long nanos;

                    @Override
                    public long getAsLong() {
                        nanos += 100_000;
                        return nanos;
                    }
                };

        assertThat(Stillness.percentOf(TIME, clock)).isZero();
    }

    @Test
    void ofThisMachineItIsAShareOfTheTime() {
        assertThat(Stillness.percentOf(TIME, System::nanoTime)).isBetween(0.0, 100.0);
    }
}
