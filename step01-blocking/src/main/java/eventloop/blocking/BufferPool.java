package eventloop.blocking;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Buffers of one size that are used again: making one costs more than answering a small request. Direct,
/// because the operating system cannot write from the heap, and the JDK would copy every byte into a buffer
/// like these. Any thread.
final class BufferPool {
    private final int size;
    private final ConcurrentLinkedQueue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    /// @param size of each buffer in bytes
    BufferPool(int size) {
        this.size = size;
    }

    /// An empty buffer, ready to be filled.
    ByteBuffer take() {
        var buffer = free.poll();
        return buffer == null ? ByteBuffer.allocateDirect(size) : buffer.clear();
    }

    void giveBack(ByteBuffer buffer) {
        free.add(buffer);
    }
}
