package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseResultTest {
    private static final Latency NONE = Latency.of(new Histogram(3));

    @Test
    void oneFailureInAHundredIsTolerated() {
        assertThat(result(99, Map.of(Failure.TIMED_OUT, 1L)).counts()).isTrue();
        assertThat(result(98, Map.of(Failure.TIMED_OUT, 1L)).counts()).isFalse();
    }

    @Test
    void whatDoesNotCountSaysWhyWithTheMostFrequentFailureFirst() {
        assertThat(result(18, Map.of(Failure.UNAVAILABLE, 82L)).whyNot())
                .hasValue("82 % failed, answered 503");
        assertThat(result(984, Map.of(Failure.REFUSED, 5L, Failure.TIMED_OUT, 11L)).whyNot())
                .hasValue("1.6 % failed, timed out and refused");
    }

    @Test
    void whoeverSaysNothingIsNotFast() {
        assertThat(result(0, Map.of()).whyNot()).hasValue("no answer");
    }

    @Test
    void whatHasComeInPartCountsInPart() {
        var result = result(1, 150, Map.of());

        assertThat(result.requestsPerSecond(100)).isEqualTo(1.5);
    }

    @Test
    void whoeverIsStillGettingTheFirstFileIsNotSilent() {
        assertThat(result(0, 50, Map.of()).counts()).isTrue();
    }

    /// Its mean stands beside the mean of all answers, to which every process has added.
    @Test
    void whatSeveralProcessesWereLateByIsThatOfAllTogether() {
        var phase = new Phase.ClosedLoop(0, 1);
        var parts = List.of(late(1_000_000), late(3_000_000));

        var lateness = PhaseResult.of(phase, parts, 2).lateness();

        assertThat(lateness.count()).isEqualTo(200);
        assertThat(lateness.meanMillis()).isCloseTo(2, withinPercentage(1));
    }

    /// Each has one thread; where they have to share a processor, all together may be what has no more to give.
    @ParameterizedTest
    @CsvSource({"2, 0.6", "1, 1.1"})
    void severalAreAsBusyAsTheBusiestOrAsAllOnTheirProcessors(int processors, double load) {
        var phase = new Phase.ClosedLoop(0, 1);
        var parts =
                Stream.of(0.5, 0.6).map(busy -> new Tally(phase, 0, 1).result(busy, 0, 0)).toList();

        assertThat(PhaseResult.of(phase, parts, processors).generatorLoad())
                .isCloseTo(load, within(1e-9));
    }

    /// A hundred times.
    private static PhaseResult late(long nanos) {
        var histogram = new Histogram(3);
        histogram.recordValueWithCount(nanos, 100);
        return result(100, 0, Map.of(), Latency.of(histogram));
    }

    private static PhaseResult result(long answered, Map<Failure, Long> failures) {
        return result(answered, 0, failures);
    }

    private static PhaseResult result(long answered, long bodyBytes, Map<Failure, Long> failures) {
        return result(answered, bodyBytes, failures, NONE);
    }

    private static PhaseResult result(
            long answered, long bodyBytes, Map<Failure, Long> failures, Latency lateness) {
        return new PhaseResult(
                new Phase.ClosedLoop(0, 1),
                1,
                answered,
                answered,
                answered,
                bodyBytes,
                NONE,
                new Failures(failures),
                0,
                Optional.empty(),
                lateness,
                0,
                0,
                0);
    }
}
