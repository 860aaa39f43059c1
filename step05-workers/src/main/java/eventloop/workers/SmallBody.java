package eventloop.workers;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import eventloop.selector.MemoryBudget;
import java.io.IOException;

/// A whole body in memory; what it was read from is closed. Helpers make it; from then on loop thread only.
final class SmallBody implements Body {
    private final Piece whole;
    private final MemoryBudget budget;

    /// In bytes: what the budget counts of it.
    private long counted;

    /// @param whole on the heap: for small bodies there are no buffers to be given back
    /// @param budget for what clients do not take: where that is used up, the connection of such a client is closed
    SmallBody(Piece whole, MemoryBudget budget) {
        this.whole = whole;
        this.budget = budget;
    }

    @Override
    public long length() {
        return whole.bytes().limit();
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        giveBackCounted();
        whole.send(out, from, to);
        if (out.isFull()) {
            keep();
        }
    }

    private void keep() throws IOException {
        if (!budget.take(length())) {
            throw new IOException("no room for a client that does not read");
        }
        counted = length();
    }

    private void giveBackCounted() {
        budget.giveBack(counted);
        counted = 0;
    }

    @Override
    public void close() {
        giveBackCounted();
    }
}
