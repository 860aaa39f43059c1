package eventloop.exercises.step03;

import eventloop.faults.FaultBarrier;
import eventloop.http.ErrorPage;
import eventloop.http.Limits;
import eventloop.http.Method;
import eventloop.http.Outgoing;
import eventloop.http.Parsed;
import eventloop.http.Persistence;
import eventloop.http.Request;
import eventloop.http.RequestParser;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.http.ResponseWriter.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// One client of a [SmallServer], with the parser and the writer of step 1. Loop thread only.
///
/// ```
///   IDLE ──► RECEIVING ──► WRITING ──► IDLE, or LINGERING until the client has ended as well
/// ```
public final class Conversation implements Closeable {
    /// Where it stands.
    public enum Stage {
        /// Waits for the first byte of a request.
        IDLE,
        /// Waits for the rest of a request.
        RECEIVING,
        /// The socket is full, and a part of the response is left.
        WRITING,
        /// All is said; waits for the client to end its side.
        LINGERING
    }

    private static final int INPUT_SIZE = 16 * 1024;

    private final SelectionKey key;
    private final FaultBarrier barrier;
    private final Outgoing out;
    private final RequestParser parser = new RequestParser(Limits.DEFAULT);
    private final ByteBuffer input = ByteBuffer.allocate(INPUT_SIZE).flip();
    private Stage stage = Stage.IDLE;
    private ResponseWriter writer;

    Conversation(SelectionKey key, FaultBarrier barrier, Outgoing out) {
        this.key = key;
        this.barrier = barrier;
        this.out = out;
    }

    Stage stage() {
        return stage;
    }

    /// Does what can be done without waiting.
    void advance() throws IOException {
        if (stage == Stage.WRITING) {
            write();
        }
        if (stage == Stage.LINGERING) {
            linger();
        }
        while (stage != Stage.WRITING && stage != Stage.LINGERING && receive()) {}
    }

    /// @return whether a request was answered, so that there may be a next one
    private boolean receive() throws IOException {
        if (!input.hasRemaining()) {
            boolean ended = channel().read(input.clear()) < 0;
            input.flip();
            if (ended) {
                channel().close();
                stage = Stage.LINGERING;
                return false;
            }
        }
        switch (parser.parse(input)) {
            case Parsed.NeedMore _ -> {
                stage = parser.isWithinRequest() ? Stage.RECEIVING : Stage.IDLE;
                return false;
            }
            case Request request ->
                    answer(
                            barrier.answer(request),
                            Persistence.after(request, true),
                            request.method());
            case Parsed.Refused refused ->
                    answer(
                            ErrorPage.of(refused.status(), refused.reason()),
                            Persistence.CLOSED,
                            refused.method());
        }
        return true;
    }

    private void answer(Response response, Persistence persistence, Method asked)
            throws IOException {
        writer = new ResponseWriter(response, persistence, asked);
        write();
    }

    private void write() throws IOException {
        stage = Stage.WRITING;
        var progress = writer.writeTo(channel(), out, () -> {});
        while (progress == Progress.MORE) {
            progress = writer.writeTo(channel(), out, () -> {});
        }
        if (progress == Progress.DONE) {
            writer.close();
            stage = writer.closesConnection() ? Stage.LINGERING : Stage.IDLE;
            if (stage == Stage.LINGERING) {
                channel().shutdownOutput();
            }
        }
    }

    private void linger() throws IOException {
        if (channel().isOpen() && channel().read(input.clear()) < 0) {
            channel().close();
        }
    }

    private SocketChannel channel() {
        return (SocketChannel) key.channel();
    }

    @Override
    public void close() throws IOException {
        try (var _ = channel()) {
            if (stage == Stage.WRITING) {
                writer.close();
            }
        }
    }
}
