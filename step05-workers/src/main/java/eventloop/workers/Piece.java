package eventloop.workers;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import eventloop.selector.LoopBuffers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Some bytes of a body, in memory: made by a helper, sent by the loop, changed by nobody.
///
/// @param position in the body of the first of them
record Piece(long position, byte[] bytes) implements Fetched {
    /// In bytes: as much as the loop writes at once. A smaller one means more trips to the helpers.
    static final int SIZE = LoopBuffers.OUTPUT_SIZE;

    /// Each helper copies by way of a buffer of its own.
    private static final ThreadLocal<Outgoing> SCRATCH =
            ThreadLocal.withInitial(() -> new Outgoing(SIZE));

    private static final MemoryChannel NOWHERE = new MemoryChannel(List.of());

    /// Has a body that may block send bytes of `[from, to)` here. Blocks.
    static Piece of(Body body, long from, long to) throws IOException {
        var bytes = new byte[(int) Math.min(SIZE, to - from)];
        var channel = new MemoryChannel(List.of(ByteBuffer.wrap(bytes)));
        long position = from;
        try {
            while (position < from + bytes.length) {
                var out = SCRATCH.get().beginContent(channel);
                body.send(out, position, from + bytes.length);
                position += out.contentSent();
            }
        } finally {
            // What a helper keeps for the next piece must not keep this one.
            SCRATCH.get().beginContent(NOWHERE);
        }
        return new Piece(from, bytes);
    }

    boolean holds(long position) {
        return position >= this.position && position < this.position + bytes.length;
    }

    /// Sends the bytes of `[from, to)` that are here, the first of which is.
    void send(Outgoing out, long from, long to) throws IOException {
        int offset = (int) (from - position);
        int count = (int) Math.min(bytes.length - offset, to - from);
        out.buffer().put(bytes, offset, Math.min(count, out.buffer().remaining()));
        out.flush();
    }
}
