package eventloop.selector;

import eventloop.http.Limits;
import eventloop.http.Parsed;
import eventloop.http.RequestParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// The receiving half of a [Connection]: what a client sends becomes requests, one at a time. Bytes are read
/// into the buffer that all connections share; only what has to outlast the turn is copied and kept, so a
/// client that waits for its answer, or has nothing to say, costs no buffer. Loop thread only.
final class Incoming {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /// In bytes: what a client may leave here by sending requests faster than they are answered.
    private static final int MOST_UNREAD = 16 * 1024;

    private final RequestParser parser;
    private ByteBuffer unread = NOTHING;
    private boolean ended;

    Incoming(Limits limits) {
        this.parser = new RequestParser(limits);
    }

    /// Reads on where the last request ended.
    ///
    /// @param shared free to use during the call
    /// @return [Parsed.NeedMore] also if the client has ended its side
    // tag::next[]
    Parsed next(SocketChannel client, ByteBuffer shared) throws IOException {
        if (unread.hasRemaining()) {
            return parse(unread);
        }
        ended = client.read(shared.clear()) < 0;
        return parse(shared.flip());
    }

    // end::next[]

    private Parsed parse(ByteBuffer input) {
        var parsed = parser.parse(input);
        if (!input.hasRemaining()) {
            unread = NOTHING;
        } else if (input != unread) {
            unread = ByteBuffer.allocate(input.remaining()).put(input).flip();
        }
        return parsed;
    }

    /// Reads and keeps what has come behind the request that is being answered.
    void readAhead(SocketChannel client, ByteBuffer shared) throws IOException {
        ended = client.read(shared.clear().limit(MOST_UNREAD - unread.remaining())) < 0;
        int kept = unread.remaining() + shared.flip().remaining();
        if (kept > unread.remaining()) {
            unread = ByteBuffer.allocate(kept).put(unread).put(shared).flip();
        }
    }

    /// Whether there is room for more, and more may come.
    boolean canReadAhead() {
        return !ended && unread.remaining() < MOST_UNREAD;
    }

    /// The answer to a request that has begun and did not arrive in time.
    Parsed.Refused late() {
        return parser.late();
    }

    /// Whether bytes are here that nobody has looked at yet.
    boolean hasUnread() {
        return unread.hasRemaining();
    }

    /// Whether a request has begun and is not complete.
    boolean isWithinRequest() {
        return parser.isWithinRequest();
    }

    /// Whether nothing more will come.
    boolean hasEnded() {
        return ended;
    }

    /// Takes what has come, up to the size of the buffer, and drops it.
    ///
    /// @return whether anything had come
    boolean discard(SocketChannel client, ByteBuffer shared) throws IOException {
        unread = NOTHING;
        int count = client.read(shared.clear());
        ended = count < 0;
        return count > 0;
    }
}
