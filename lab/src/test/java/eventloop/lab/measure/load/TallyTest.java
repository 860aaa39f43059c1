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

    @Test
    void whatIsDueWhenCountingHasEndedCountsNowhere() {
        tally.failed(Failure.REFUSED, END, END + 1);
        tally.reconnected(END);

        assertThat(tally.result(0, 0, 0).errors().words()).isEqualTo("0");
    }
}
