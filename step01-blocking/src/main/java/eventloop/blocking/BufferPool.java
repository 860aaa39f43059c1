package eventloop.blocking;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Buffers for conversations, used again when a connection ends: making one costs more than answering a
/// small request. Any thread.
final class BufferPool {
    private static final int INPUT_SIZE = 8 * 1024;
    private static final int OUTPUT_SIZE = 64 * 1024;

    /// What one conversation needs. Direct, because the operating system cannot write from the heap: the
    /// JDK would copy every byte into a buffer like this one.
    record Buffers(ByteBuffer input, ByteBuffer output) {}

    private final ConcurrentLinkedQueue<Buffers> free = new ConcurrentLinkedQueue<>();

    Buffers take() {
        var buffers = free.poll();
        return buffers == null ? allocate() : buffers;
    }

    void giveBack(Buffers buffers) {
        free.add(buffers);
    }

    private static Buffers allocate() {
        return new Buffers(
                ByteBuffer.allocateDirect(INPUT_SIZE), ByteBuffer.allocateDirect(OUTPUT_SIZE));
    }
}
