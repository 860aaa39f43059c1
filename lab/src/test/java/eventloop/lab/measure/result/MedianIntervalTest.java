package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {
    @Test
    void fiveRoundsGiveTheirEnds() {
        var interval = MedianInterval.of(List.of(3.0, 1.0, 5.0, 2.0, 4.0)).orElseThrow();

        assertThat(interval.least()).isEqualTo(1);
        assertThat(interval.most()).isEqualTo(5);
    }

    @Test
    void nineRoundsLeaveOneOutAtEachEnd() {
        var figures = List.of(0.001, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 900.0);

        var interval = MedianInterval.of(figures).orElseThrow();

        assertThat(interval.least()).isEqualTo(2);
        assertThat(interval.most()).isEqualTo(8);
    }

    @Test
    void sevenRoundsLeaveOneOutAtEachEndAndThirteenThree() {
        assertThat(of(7)).isEqualTo(new MedianInterval(2, 6));
        assertThat(of(13)).isEqualTo(new MedianInterval(4, 10));
    }

    private static MedianInterval of(int rounds) {
        return MedianInterval.of(
                        IntStream.rangeClosed(1, rounds).mapToObj(Double::valueOf).toList())
                .orElseThrow();
    }

    @Test
    void fewerThanFourRoundsSayTooLittle() {
        assertThat(MedianInterval.of(List.of(1.0, 1.0, 1.0))).isEmpty();
        assertThat(MedianInterval.of(List.of())).isEmpty();
    }

    /// Rounds that are spread unevenly on purpose: e to the power of what a bell curve gives has its median at 1.
    @Test
    void asManyIntervalsAsItPromisesHaveTheMedianInThem() {
        var random = new Random(2018);
        int runs = 20_000;

        long right =
                Stream.generate(() -> interval(random))
                        .limit(runs)
                        .filter(interval -> interval.least() <= 1 && 1 <= interval.most())
                        .count();

        assertThat((double) right / runs).isCloseTo(30 / 32.0, within(0.01));
    }

    private static MedianInterval interval(Random random) {
        var rounds = Stream.generate(() -> Math.exp(random.nextGaussian())).limit(5).toList();
        return MedianInterval.of(rounds).orElseThrow();
    }
}
