package eventloop.blocking;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// Buffers that are used again: making one costs more than answering a small request. Any thread.
///
/// @param <B> a buffer, or what holds one
final class BufferPool<B> {
    private final Supplier<B> maker;
    private final ConcurrentLinkedQueue<B> free = new ConcurrentLinkedQueue<>();

    BufferPool(Supplier<B> maker) {
        this.maker = maker;
    }

    /// What is done while a buffer is held.
    @FunctionalInterface
    interface Use<B> {
        void with(B buffer) throws IOException;
    }

    /// Lends a buffer that nobody else uses meanwhile. What it was used for last may still be in it.
    void lend(Use<B> use) throws IOException {
        var returned = free.poll();
        var buffer = returned == null ? maker.get() : returned;
        try {
            use.with(buffer);
        } finally {
            free.add(buffer);
        }
    }
}
