package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

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

    private static PhaseResult result(long answered, Map<Failure, Long> failures) {
        return result(answered, 0, failures);
    }

    private static PhaseResult result(long answered, long bodyBytes, Map<Failure, Long> failures) {
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
                NONE,
                0,
                0,
                0);
    }
}
