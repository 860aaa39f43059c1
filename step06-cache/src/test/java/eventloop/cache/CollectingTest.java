package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever happens, the body is closed once, and then one of the two ends is told.
class CollectingTest {
    private static final int LENGTH = 100;

    private final List<String> events = new ArrayList<>();
    private final ByteBuffer target = ByteBuffer.allocate(LENGTH);
    private int wantedUpTo = LENGTH;

    @Test
    void allOfABodyIsTakenInItsTurns() {
        collect(10, LENGTH, () -> events.add("complete"));
        assertThat(events).containsExactly("closed", "complete");
        assertThat(target.hasRemaining()).isFalse();
    }

    @Test
    void aBodyThatBreaksOffIsIncomplete() {
        collect(10, 50, () -> events.add("complete"));
        assertThat(events).containsExactly("closed", "incomplete");
    }

    @Test
    void aBodyThatNobodyWantsAnyMoreIsNotTakenToItsEnd() {
        wantedUpTo = 30;
        collect(10, LENGTH, () -> events.add("complete"));
        assertThat(events).containsExactly("closed", "incomplete");
        assertThat(target.position()).isEqualTo(30);
    }

    /// Or those who wait for it would do so for ever.
    @Test
    void aBodyThatCannotBeKeptIsIncomplete() {
        collect(
                10,
                LENGTH,
                () -> {
                    throw new OutOfMemoryError("for what is kept beside it");
                });
        assertThat(events).containsExactly("closed", "incomplete");
    }

    private void collect(int share, int breaksOffAt, Runnable whenComplete) {
        var body =
                new Body() {
                    @Override
                    public long length() {
                        return LENGTH;
                    }

                    @Override
                    public void send(Outgoing out, long from, long to) throws IOException {
                        if (from == breaksOffAt) {
                            throw new IOException("as the test wants it");
                        }
                        out.buffer().put(new byte[share]);
                        out.flush();
                    }

                    @Override
                    public void close() {
                        events.add("closed");
                    }
                };
        var channel = new MemoryChannel(List.of(target));
        var out = new Outgoing(1024);
        new Collecting(
                        body,
                        channel,
                        out,
                        () -> target.position() < wantedUpTo,
                        whenComplete,
                        () -> events.add("incomplete"))
                .run();
    }
}
