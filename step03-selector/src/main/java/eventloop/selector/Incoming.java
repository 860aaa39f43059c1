package eventloop.selector;

import eventloop.http.Limits;
import eventloop.http.Parsed;
import eventloop.http.Request;
import eventloop.http.RequestParser;
import eventloop.http.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// The receiving half of a [Connection]: what a client sends becomes requests, one at a time. Bytes are read
/// into the buffer that all connections share; only what has to outlast the turn is copied and kept, so a
/// client that waits for its answer, or has nothing to say, costs no buffer. And all connections together keep no
/// more than a budget. Where that is used up, a request of which something would have to be kept is refused; a small
/// one that arrives whole, with nothing behind it, as nearly all do, needs no room and is served as ever. Loop thread
/// only.
final class Incoming {
    private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0);

    /// In bytes: what a client may leave here by sending requests faster than they are answered.
    private static final int MOST_UNREAD = 16 * 1024;

    private static final String NO_ROOM = "too many requests have begun to arrive";

    private final RequestParser parser;
    private final MemoryBudget budget;
    private ByteBuffer unread = NO_BYTES;
    private boolean ended;

    /// Whether the last read has filled the buffer.
    private boolean filled;

    /// In bytes: what the budget counts as kept here.
    private int counted;

    /// @param budget for what all connections keep
    Incoming(Limits limits, MemoryBudget budget) {
        this.parser = new RequestParser(limits);
        this.budget = budget;
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
        filled = !shared.hasRemaining();
        return parse(shared.flip());
    }

    // end::next[]

    private Parsed parse(ByteBuffer input) {
        var parsed = parser.parse(input);
        if (parsed instanceof Parsed.Refused || !input.hasRemaining()) {
            unread = NO_BYTES;
        } else if (input != unread) {
            unread = ByteBuffer.allocate(input.remaining()).put(input).flip();
        }
        return account() ? parsed : refuseForWantOfRoom(parsed);
    }

    private int keptBytes() {
        return parser.keptBytes() + unread.capacity();
    }

    /// Has the budget count what is kept now.
    ///
    /// @return whether it has room for that; if not, it counts nothing, and nothing may be kept
    private boolean account() {
        int now = keptBytes();
        if (now == counted) {
            return true;
        }
        budget.giveBack(counted);
        boolean hasRoom = budget.take(now);
        counted = hasRoom ? now : 0;
        return hasRoom;
    }

    /// There is no room for what would have to be kept: forgets it.
    ///
    /// @return what the client is told
    private Parsed refuseForWantOfRoom(Parsed parsed) {
        var answer =
                switch (parsed) {
                    case Request whole ->
                            new Parsed.Refused(Status.SERVICE_UNAVAILABLE, NO_ROOM, whole.method());
                    case Parsed.NeedMore _ -> parser.giveUp(Status.SERVICE_UNAVAILABLE, NO_ROOM);
                    case Parsed.Refused refused -> refused;
                };
        forget();
        return answer;
    }

    /// Reads and keeps what has come behind the request that is being answered.
    void readAhead(SocketChannel client, ByteBuffer shared) throws IOException {
        int most = Math.min(shared.capacity(), roomAhead());
        // Not `=`: where there is no room, nothing is read, and an end that was seen stays seen.
        ended |= client.read(shared.clear().limit(most)) < 0;
        if (shared.flip().hasRemaining()) {
            int all = unread.remaining() + shared.remaining();
            unread = ByteBuffer.allocate(all).put(unread).put(shared).flip();
        }
        // There is room: no more was read than is left of the budget.
        account();
    }

    private int roomAhead() {
        return (int) Math.min(MOST_UNREAD - unread.remaining(), budget.left());
    }

    /// Whether there is room for more, and more may come.
    boolean canReadAhead() {
        return !ended && roomAhead() > 0;
    }

    /// The answer to a request that has begun and did not arrive in time.
    Parsed.Refused giveUpAsLate() {
        var answer = parser.giveUpAsLate();
        account();
        return answer;
    }

    /// Whether more may have arrived than was read.
    boolean mayHaveMore() {
        return filled;
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
        forget();
        int count = client.read(shared.clear());
        ended = count < 0;
        return count > 0;
    }

    /// Keeps nothing any more, and has nothing counted.
    void forget() {
        budget.giveBack(counted);
        counted = 0;
        parser.forget();
        unread = NO_BYTES;
    }
}
