package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final long BEGIN = 1_000;
    private static final long END = 2_000;

    private final Tally tally = new Tally(new Phase.OpenLoop(1, 1, 1), BEGIN, END);

    /// Whoever holds a crowd wants to know of every request that came to nothing.
    @Test
    void whatGoesWrongInTheLeadInIsToldApart() {
        tally.failed(Failure.REFUSED, BEGIN - 1, BEGIN + 1);
        tally.reconnected(BEGIN - 1);
        tally.failed(Failure.CLOSED_EARLY, BEGIN, BEGIN + 1);

        var result = tally.result(0, 0, 0);

        assertThat(result.failures().byKind()).isEqualTo(Map.of(Failure.CLOSED_EARLY, 1L));
        assertThat(result.reconnects()).isZero();
        assertThat(result.whileLeadIn())
                .hasValue(new Errors(new Failures(Map.of(Failure.REFUSED, 1L)), 1));
        assertThat(result.errors())
                .isEqualTo(
                        new Errors(
                                new Failures(Map.of(Failure.REFUSED, 1L, Failure.CLOSED_EARLY, 1L)),
                                1));
    }

    /// A request of a closed loop counts by when it was over, and one that is over too late was not over before.
    @Test
    void whatAClosedLoopGivesUpOnWhenCountingHasEndedCountsNowhere() {
        var closed = new Tally(new Phase.ClosedLoop(1, 1), BEGIN, END);

        closed.failed(Failure.TIMED_OUT, BEGIN - 1, END + 1);

        assertThat(closed.result(0, 0, 0).errors().words()).isEqualTo("0");
    }

    @Test
    void ofAClosedLoopCountsWhatIsOverWhileCountingAndWhatWasOverBeforeIsToldApart() {
        var closed = new Tally(new Phase.ClosedLoop(1, 1), BEGIN, END);

        closed.failed(Failure.REFUSED, BEGIN - 2, BEGIN - 1);
        closed.failed(Failure.TIMED_OUT, BEGIN - 1, BEGIN);

        var result = closed.result(0, 0, 0);
        assertThat(result.failures().byKind()).isEqualTo(Map.of(Failure.TIMED_OUT, 1L));
        assertThat(result.whileLeadIn())
                .hasValue(new Errors(new Failures(Map.of(Failure.REFUSED, 1L)), 0));
    }

    @Test
    void whatIsDueWhenCountingHasEndedCountsNowhere() {
        tally.failed(Failure.REFUSED, END, END + 1);
        tally.reconnected(END);

        assertThat(tally.result(0, 0, 0).errors().words()).isEqualTo("0");
    }
}
