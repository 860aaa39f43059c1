package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WarmingTest {
    /// There is none: nobody compiles.
    private static final ProcessGroup SERVER = new ProcessGroup(List.of());

    @Test
    void ofServerThatHasStoppedToChangeNoMoreIsAsked() throws Exception {
        var load = speeds(100, 500, 990, 1000, 1010, 1, 1);

        var warmUp = Warming.untilSteady(SERVER, 30, () -> true, load::nextLong);

        assertThat(warmUp.bytesPerSecond()).containsExactly(100L, 500L, 990L, 1000L, 1010L);
        assertThat(warmUp.isSteady()).isTrue();
    }

    @Test
    void serverThatGoesOnChangingIsGivenUpInTime() throws Exception {
        var load = speeds(1, 2, 4, 8, 16, 32);

        var warmUp = Warming.untilSteady(SERVER, 4, () -> true, load::nextLong);

        assertThat(warmUp.seconds()).isEqualTo(4);
        assertThat(warmUp.isSteady()).isFalse();
    }

    @Test
    void serverThatHasEndedIsNotAsked() throws Exception {
        var warmUp = Warming.untilSteady(SERVER, 4, () -> false, speeds()::nextLong);

        assertThat(warmUp.seconds()).isZero();
    }

    private static PrimitiveIterator.OfLong speeds(long... bytesPerSecond) {
        return LongStream.of(bytesPerSecond).iterator();
    }
}
