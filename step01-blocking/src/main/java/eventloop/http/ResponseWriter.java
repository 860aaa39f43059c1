package eventloop.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;

/// One response on its way out: remembers how far it has come and goes on from there.
///
/// A small response leaves in one `write`, head and body together. One that is larger, or that meets a full
/// socket, goes on with the next turn; between two turns nothing is kept but a number and, rarely, the rest
/// of a head, so a slow client costs no memory.
///
/// Not thread-safe: one thread at a time.
public final class ResponseWriter implements Closeable {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0);

    /// How one turn ended.
    public enum Progress {
        /// All of the response is with the operating system.
        DONE,
        /// The socket would take more: this was one turn's share.
        MORE,
        /// The socket is full: go on when it can be written to.
        SOCKET_FULL,
        /// The body waits for its disk and will call back (step 5).
        BODY_NOT_READY
    }

    private final Response response;
    private final Persistence persistence;

    /// One past the last byte of the body that is sent.
    private final long end;

    private Progress progress = Progress.MORE;
    private boolean tookSome;
    private boolean headStaged;
    private ByteBuffer headLeft = NO_BYTES;
    private long contentSent;

    /// @param asked how the client asked: the answer to HEAD tells of the body, which stays here
    public ResponseWriter(Response response, Persistence persistence, Method asked) {
        this.response = response;
        this.persistence = persistence;
        this.end = asked == Method.HEAD ? 0 : response.body().length();
    }

    /// Writes one turn's share.
    ///
    /// @param out of this thread, free to use during the call
    /// @param whenReady runs later on this thread if the answer is [Progress#BODY_NOT_READY]
    /// @throws IOException if the client is gone or the body cannot be had: what was promised can no
    ///     longer be sent, and the connection must be closed at once
    // tag::write[]
    public Progress writeTo(GatheringByteChannel channel, Outgoing out, Runnable whenReady)
            throws IOException {
        stageHead(out.buffer().clear());
        out.begin(channel);
        progress = offer(out, whenReady);
        headLeft = out.copyOfHeadLeft();
        tookSome = out.tookSome();
        return progress;
    }

    private Progress offer(Outgoing out, Runnable whenReady) throws IOException {
        if (contentSent == end) {
            out.flush();
        } else if (response.body().prepare(contentSent, end, whenReady)) {
            response.body().send(out, contentSent, end);
        } else {
            out.keepHead();
            return Progress.BODY_NOT_READY;
        }
        contentSent += out.contentSent();
        if (out.isFull()) {
            return Progress.SOCKET_FULL;
        }
        return contentSent < end ? Progress.MORE : Progress.DONE;
    }

    // end::write[]

    /// The head cannot be made a second time, since its date would be another.
    private void stageHead(ByteBuffer buffer) {
        if (headStaged) {
            buffer.put(headLeft);
        } else {
            headStaged = true;
            response.putHead(buffer);
            buffer.put(HttpDate.currentLine()).put(persistence.line()).put(LINE_END);
        }
    }

    public boolean closesConnection() {
        return persistence == Persistence.CLOSED;
    }

    /// How the last turn ended; [Progress#MORE] before the first.
    public Progress progress() {
        return progress;
    }

    /// Whether the last turn met a full socket that took nothing at all (step 3).
    public boolean isStuck() {
        return progress == Progress.SOCKET_FULL && !tookSome;
    }

    /// Gives back what the body holds. Must be called once, however the writing went.
    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
