package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void comeAtTheRateAskedFor() {
        var arrivals = Arrivals.poisson(1000, 1, 20, 1);

        assertThat((double) arrivals.count()).isCloseTo(20_000, within(600.0));
        assertThat(arrivals.countBefore(10 * SECOND)).isCloseTo(10_000, within(400));
        assertThat(arrivals.offsets()).isSorted();
        assertThat(arrivals.offset(arrivals.count() - 1)).isLessThan(20 * SECOND);
    }

    @Test
    void comeInSmallBurstsAsPeopleDo() {
        var arrivals = Arrivals.poisson(1000, 1, 20, 1);

        var busiest = inEachMillisecond(arrivals).max().orElseThrow();
        var empty = inEachMillisecond(arrivals).filter(count -> count == 0).count();

        assertThat(busiest).isGreaterThanOrEqualTo(4);
        // e to the power of -1 of all milliseconds, for one arrival a millisecond on average
        assertThat(empty / 20_000.0).isCloseTo(0.368, within(0.02));
    }

    private static LongStream inEachMillisecond(Arrivals arrivals) {
        return LongStream.range(0, 20_000)
                .map(milli ->
                        arrivals.countBefore((milli + 1) * SECOND / 1000)
                                - arrivals.countBefore(milli * SECOND / 1000));
    }

    @Test
    void comeInBurstsAsLargeAsAskedFor() {
        var arrivals = Arrivals.poisson(1000, 10, 100, 1);

        assertThat((double) arrivals.count()).isCloseTo(100_000, within(4_000.0));
        assertThat(arrivals.count() % 10).isZero();
        assertThat(LongStream.of(arrivals.offsets()).distinct().count())
                .isEqualTo(arrivals.count() / 10);
    }

    @Test
    void ofABurstAllOrNoneAreBeforeATime() {
        var arrivals = Arrivals.poisson(1000, 10, 10, 1);
        long first = arrivals.offset(0);

        assertThat(arrivals.countBefore(first)).isZero();
        assertThat(arrivals.countBefore(first + 1)).isEqualTo(10);
    }

    @Test
    void areTheSameForEveryServer() {
        assertThat(Arrivals.poisson(500, 1, 2, 7).offsets())
                .isEqualTo(Arrivals.poisson(500, 1, 2, 7).offsets())
                .isNotEqualTo(Arrivals.poisson(500, 1, 2, 8).offsets());
    }

    /// Two servers that take turns get the same arrivals in a round, and others in the next.
    @Test
    void areDrawnAnewForEveryPhaseButAreTheSameForEveryPlan() {
        assertThat(inPhase(0)).isEqualTo(inPhase(0)).isNotEqualTo(inPhase(1));
        assertThat(inPhase(1)).isNotEqualTo(inPhase(2));
    }

    private static long[] inPhase(int number) {
        var plan =
                new LoadPlan("127.0.0.1", 80, Clients.keepAlive(1), List.of(), 5, 2018, List.of());
        return Arrivals.poisson(1000, 1, 1, plan.seedOfPhase(number)).offsets();
    }
}
