package eventloop.lab.study.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.load.LoadEvent;
import eventloop.lab.measure.load.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountedPacketsTest {
    private static final Phase PHASE = new Phase.ClosedLoop(1, 1);

    @Test
    void thoseOfClientsThatComeAndGoAreNotCounted() {
        var gone = new AtomicLong();
        var packets = new CountedPackets(gone::get);

        packets.accept(new LoadEvent.Begun(PHASE));
        gone.addAndGet(350);
        packets.accept(new LoadEvent.CountingBegun(PHASE));
        gone.addAndGet(4500);
        packets.accept(new LoadEvent.CountingEnded(PHASE));
        gone.addAndGet(200);

        assertThat(packets.counted()).isEqualTo(4500);
    }

    @Test
    void whatTheSystemDoesNotTellIsNoFigure() {
        var packets =
                new CountedPackets(() -> {
                    throw new IOException("no such device");
                });

        assertThatThrownBy(() -> packets.accept(new LoadEvent.CountingBegun(PHASE)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no such device");
    }
}
