package eventloop.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;

/// One response on its way out: remembers how far it has come and goes on from there.
///
/// A response that fits the buffer leaves in one `write`, head and body together. One that does not, or
/// that meets a full socket, goes on with the next call; between two calls nothing is kept but two
/// numbers and, rarely, the rest of a head, so a slow client costs no memory.
///
/// Not thread-safe: one thread at a time.
public final class ResponseWriter implements Closeable {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /// How one attempt to write ended.
    public enum Progress {
        /// All of the response is with the operating system.
        DONE,
        /// The socket would take more: this was one turn's share.
        MORE,
        /// The socket is full: go on when it can be written to.
        SOCKET_FULL,
        /// The body waits for its disk and will call back.
        BODY_NOT_READY
    }

    private final Response response;
    private final Persistence persistence;
    private final boolean headOnly;
    private Progress progress = Progress.MORE;
    private boolean tookSome;
    private boolean headStaged;
    private ByteBuffer headRest = NOTHING;
    private long bodySent;

    /// @param headOnly for the answer to HEAD: the head tells of the body, the body stays here
    public ResponseWriter(Response response, Persistence persistence, boolean headOnly) {
        this.response = response;
        this.persistence = persistence;
        this.headOnly = headOnly;
    }

    public boolean closesConnection() {
        return persistence == Persistence.CLOSED;
    }

    /// How the last attempt ended; [Progress#MORE] before the first.
    public Progress progress() {
        return progress;
    }

    /// Whether the last attempt met a full socket that took nothing at all.
    public boolean isStuck() {
        return progress == Progress.SOCKET_FULL && !tookSome;
    }

    /// Writes one turn's share: what fits `buffer`, or what one transfer moves.
    ///
    /// @param buffer free to use during the call; must hold any response head
    /// @param whenReady runs later on this thread if the answer is [Progress#BODY_NOT_READY]
    /// @throws IOException if the client is gone or the body cannot be had: what was promised can no
    ///     longer be sent, and the connection must be closed at once
    // tag::write[]
    public Progress writeTo(GatheringByteChannel channel, ByteBuffer buffer, Runnable whenReady)
            throws IOException {
        if (hasBodyLeft() && !response.body().prepare(bodySent, whenReady)) {
            progress = Progress.BODY_NOT_READY;
        } else {
            stageHead(buffer.clear());
            progress =
                    switch (response.body()) {
                        case Body.Transferred body when buffer.position() == 0 ->
                                transfer(body, channel);
                        case Body.Copied body -> writeTogether(body, channel, buffer);
                        case Body.Direct body -> writeGathered(body, channel, buffer);
                    };
        }
        return progress;
    }

    private Progress writeTogether(
            Body.Copied body, GatheringByteChannel channel, ByteBuffer buffer) throws IOException {
        int head = buffer.position();
        if (hasBodyLeft() && buffer.hasRemaining()) {
            body.copyTo(buffer, bodySent);
        }
        int count = channel.write(buffer.flip());
        keepHeadRest(buffer, head);
        bodySent += Math.max(0, count - head);
        tookSome = count > 0;
        return progress(buffer.hasRemaining());
    }

    private Progress writeGathered(
            Body.Direct body, GatheringByteChannel channel, ByteBuffer buffer) throws IOException {
        int head = buffer.position();
        var content = hasBodyLeft() ? body.from(bodySent) : NOTHING;
        long count = channel.write(new ByteBuffer[] {buffer.flip(), content});
        keepHeadRest(buffer, head);
        bodySent += Math.max(0, count - head);
        tookSome = count > 0;
        return progress(buffer.hasRemaining() || content.hasRemaining());
    }

    private Progress transfer(Body.Transferred body, GatheringByteChannel channel)
            throws IOException {
        long count = body.transferTo(channel, bodySent);
        bodySent += count;
        tookSome = count > 0;
        return progress(count == 0);
    }

    // end::write[]

    private boolean hasBodyLeft() {
        return !headOnly && bodySent < response.body().length();
    }

    private Progress progress(boolean socketFull) {
        if (socketFull) {
            return Progress.SOCKET_FULL;
        }
        return hasBodyLeft() ? Progress.MORE : Progress.DONE;
    }

    private void stageHead(ByteBuffer buffer) {
        if (headStaged) {
            buffer.put(headRest.duplicate());
            return;
        }
        headStaged = true;
        response.putHead(buffer);
        buffer.put(HttpDate.currentLine());
        buffer.put(persistence.line());
        buffer.put(LINE_END);
    }

    /// The head cannot be made a second time, since its date would be another.
    private void keepHeadRest(ByteBuffer written, int head) {
        int left = head - written.position();
        headRest = left > 0 ? copyOf(written, left) : NOTHING;
    }

    private static ByteBuffer copyOf(ByteBuffer source, int length) {
        return ByteBuffer.allocate(length).put(0, source, source.position(), length);
    }

    /// Gives back what the body holds. Must be called once, however the writing went.
    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
