package eventloop.workers;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import eventloop.selector.LoopBuffers;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Some bytes of a body, in memory: brought by a helper, sent by the loop, changed by nobody.
///
/// @param position in the body of the first of them
/// @param bytes up to its limit
record Piece(long position, ByteBuffer bytes) implements Fetched {
    /// In bytes: as much as the loop writes at once. A smaller one means more trips to the helpers.
    static final int SIZE = LoopBuffers.OUTPUT_SIZE;

    private static final InPlaceChannel IN_PLACE = new InPlaceChannel();

    /// Has a body that may block put its bytes from a position on into a buffer, until that is full: the same call by
    /// which it sends itself to a socket. Blocks.
    ///
    /// @param body sends itself by way of the buffer of its [Outgoing], as files do
    /// @param bytes up to its limit
    static Piece read(Body body, long position, ByteBuffer bytes) throws IOException {
        for (int count = 0; count < bytes.limit(); ) {
            var room = bytes.slice(count, bytes.limit() - count);
            var out = new Outgoing(room).beginContent(IN_PLACE);
            body.send(out, position + count, position + bytes.limit());
            if (room.position() != out.contentSent()) {
                throw new IllegalStateException("sent past the buffer: " + body);
            }
            count += room.position();
        }
        return new Piece(position, bytes);
    }

    boolean holds(long position) {
        return position >= this.position && position < this.position + bytes.limit();
    }

    /// Sends the bytes of `[from, to)` that are here, the first of which is.
    void send(Outgoing out, long from, long to) throws IOException {
        var share = slice(from, to);
        if (bytes.isDirect()) {
            out.flush(new ByteBuffer[] {out.buffer(), share}, 2);
        } else {
            sendCopy(out, share);
        }
    }

    /// Of the heap's bytes the operating system needs a copy in any case: it is made behind the head.
    private static void sendCopy(Outgoing out, ByteBuffer share) throws IOException {
        share.limit(Math.min(share.limit(), out.buffer().remaining()));
        out.buffer().put(share);
        out.flush();
    }

    /// What is here from a position on, as a copy unless it lies on the heap already.
    Piece onHeapFrom(long from) {
        if (!bytes.isDirect()) {
            return this;
        }
        var rest = slice(from, position + bytes.limit());
        return new Piece(from, ByteBuffer.allocate(rest.limit()).put(rest).flip());
    }

    private ByteBuffer slice(long from, long to) {
        int offset = (int) (from - position);
        return bytes.slice(offset, (int) Math.min(bytes.limit() - offset, to - from));
    }
}
