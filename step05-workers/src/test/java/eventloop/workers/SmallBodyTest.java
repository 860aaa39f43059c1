package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eventloop.http.FakeSocket;
import eventloop.http.Outgoing;
import eventloop.selector.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/// A small body is in memory for as long as its client does not take it, and is counted for so long.
class SmallBodyTest {
    private static final Piece WHOLE =
            new Piece(0, ByteBuffer.wrap("eight KiB at most".getBytes()));

    private final Outgoing out = new Outgoing(1024);

    @Test
    void whoTakesAllOfItIsNotCounted() throws Exception {
        var budget = MemoryBudget.shareOfHeap(1);
        long all = budget.left();
        try (var body = new SmallBody(WHOLE, budget)) {
            send(body, new FakeSocket(1024));
            assertThat(budget.left()).isEqualTo(all);
        }
    }

    @Test
    void whoTakesAPartIsCountedUntilItTakesTheRest() throws Exception {
        var budget = MemoryBudget.shareOfHeap(1);
        long all = budget.left();
        try (var body = new SmallBody(WHOLE, budget)) {
            send(body, new FakeSocket(3));
            assertThat(budget.left()).isEqualTo(all - body.length());
            body.send(out.beginContent(new FakeSocket(1024)), 3, body.length());
            assertThat(budget.left()).isEqualTo(all);
        }
    }

    @Test
    void whoLeavesIsCountedNoMore() throws Exception {
        var budget = MemoryBudget.shareOfHeap(1);
        long all = budget.left();
        try (var body = new SmallBody(WHOLE, budget)) {
            send(body, new FakeSocket(3));
        }
        assertThat(budget.left()).isEqualTo(all);
    }

    @Test
    void whoDoesNotReadIsLeftWhereThereIsNoRoom() throws Exception {
        var budget = MemoryBudget.shareOfHeap(1);
        assertThat(budget.take(budget.left())).isTrue();
        try (var body = new SmallBody(WHOLE, budget)) {
            assertThatIOException()
                    .isThrownBy(() -> send(body, new FakeSocket(3)))
                    .withMessageContaining("does not read");
        }
    }

    private void send(SmallBody body, FakeSocket socket) throws IOException {
        body.send(out.beginContent(socket), 0, body.length());
    }
}
