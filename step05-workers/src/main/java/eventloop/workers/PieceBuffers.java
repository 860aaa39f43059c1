package eventloop.workers;

import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/// The buffers in which helpers bring pieces, used again and again: a new one has to be filled with zeros, and is
/// memory that the processor has not at hand, which costs more than to read a piece that the operating system has in
/// memory. Any thread.
///
/// They lie outside the heap, where the operating system can take the bytes as they are. The garbage collector is late
/// in freeing such memory, so only a fixed number of them is made. Where all are on their way, the heap has to do.
final class PieceBuffers {
    /// As many outcomes as may wait for the loop: with [Piece#SIZE] each, 8 MiB.
    static final int MOST = WorkerPool.MOST_UNDELIVERED;

    private final Deque<ByteBuffer> free;
    private final Semaphore unmade = new Semaphore(MOST);

    PieceBuffers() {
        this(new ConcurrentLinkedDeque<>());
    }

    /// @param free holds those that nobody uses, for any thread
    PieceBuffers(Deque<ByteBuffer> free) {
        this.free = free;
    }

    /// An empty buffer with room for so many bytes, [Piece#SIZE] at most; it goes back by [#giveBack].
    ///
    /// @throws OutOfMemoryError if there is no memory for it
    // tag::take[]
    ByteBuffer take(int size) {
        var used = free.pollFirst();
        return used == null ? make(size) : used.clear();
    }

    private ByteBuffer make(int size) {
        return unmade.tryAcquire() ? makeOutside() : ByteBuffer.allocate(size);
    }

    void giveBack(ByteBuffer buffer) {
        if (buffer.isDirect()) {
            // The one that was used last: the processor still has it at hand.
            free.addFirst(buffer);
        }
    }

    // end::take[]

    private ByteBuffer makeOutside() {
        try {
            return ByteBuffer.allocateDirect(Piece.SIZE);
        } catch (OutOfMemoryError full) {
            unmade.release();
            throw full;
        }
    }
}
