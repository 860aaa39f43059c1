package eventloop.lab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.experiment.AnswerTimes.Timed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTimesTest {
    @Test
    void oneAnswerIsToldWithItsTime() {
        assertThat(times(Optional.empty(), timed(200, 0.84)).words()).isEqualTo("200   0.8 ms");
    }

    @Test
    void manyAreToldWithTheirMedianAndTheSlowest() {
        assertThat(
                        times(Optional.empty(), timed(200, 3), timed(200, 1), timed(503, 1_234.5))
                                .words())
                .isEqualTo("1 × 503, 2 × 200   median 3.0 ms   slowest 1,235 ms");
    }

    @Test
    void ofAnEvenNumberTheMedianIsBetweenTheTwoInTheMiddle() {
        var four =
                times(Optional.empty(), timed(200, 1), timed(200, 2), timed(200, 4), timed(200, 9));

        assertThat(four.medianMillis()).hasValue(3);
        assertThat(four.words()).contains("median 3.0 ms");
    }

    @Test
    void whatDidNotComeIsToldToo() {
        var patience = Optional.of(Duration.ofSeconds(3));

        assertThat(times(patience).words()).isEqualTo("no answer within 3 s");
        assertThat(times(patience, timed(200, 12)).words())
                .isEqualTo("200   12 ms, then no answer within 3 s");
    }

    private static AnswerTimes times(Optional<Duration> unanswered, Timed... answers) {
        return new AnswerTimes(List.of(answers), unanswered);
    }

    private static Timed timed(int status, double millis) {
        return new Timed(status, Duration.ofNanos((long) (millis * 1e6)));
    }
}
