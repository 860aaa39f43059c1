package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventloop.http.ResponseWriter.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseWriterTest {
    private static final String TEXT = "0123456789".repeat(100);
    private static final Response COPIED = ok(BytesBody.of(TEXT));

    /// One for each way in which a body may use an [Outgoing].
    private static final List<Response> EACH_WAY =
            List.of(COPIED, ok(new GatheredBody(TEXT)), ok(new MovedBody(TEXT)));

    private static Response ok(Body body) {
        return Response.of(Status.OK).with("ETag", "\"a\"").withBody(body);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8192",
        "2, 8192",
        "7, 8192",
        "100, 8192",
        "8192, 8192",
        "1, 256",
        "7, 256",
        "300, 256"
    })
    void howeverLittleTheSocketTakesTheBytesAreTheSame(int most, int buffer) throws Exception {
        for (var response : EACH_WAY) {
            var socket = new FakeSocket(most);
            write(response, Persistence.CLOSED, Method.GET, socket, new Outgoing(buffer));
            assertThat(withoutDate(socket))
                    .isEqualTo(
                            """
                            HTTP/1.1 200 OK\r
                            ETag: "a"\r
                            Content-Length: 1000\r
                            Connection: close\r
                            \r
                            """
                                    + TEXT);
        }
    }

    @Test
    void headAndBodyLeaveInOneWrite() throws Exception {
        var socket = new FakeSocket(8192);
        write(COPIED, Persistence.KEPT, Method.GET, socket, new Outgoing(8192));
        assertThat(socket.writes).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 8192})
    void theAnswerToHeadTellsOfTheBodyAndLeavesItOut(int most) throws Exception {
        for (var response : EACH_WAY) {
            var socket = new FakeSocket(most);
            write(response, Persistence.KEPT, Method.HEAD, socket, new Outgoing(8192));
            assertThat(withoutDate(socket))
                    .isEqualTo("HTTP/1.1 200 OK\r\nETag: \"a\"\r\nContent-Length: 1000\r\n\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"KEPT, ''", "KEPT_AND_SAID, keep-alive", "CLOSED, close"})
    void theFateOfTheConnectionIsSaid(Persistence persistence, String said) throws Exception {
        var socket = new FakeSocket(8192);
        write(COPIED, persistence, Method.GET, socket, new Outgoing(8192));
        var expected = said.isEmpty() ? "1000\r\n\r\n" : "1000\r\nConnection: " + said + "\r\n\r\n";
        assertThat(withoutDate(socket)).contains(expected);
    }

    @Test
    void aResponseWithoutABodyHasALengthOfZero() throws Exception {
        var socket = new FakeSocket(8192);
        write(
                Response.of(Status.NOT_FOUND),
                Persistence.KEPT,
                Method.GET,
                socket,
                new Outgoing(256));
        assertThat(withoutDate(socket))
                .isEqualTo("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void notModifiedHasNoLengthOfItsOwn() throws Exception {
        var socket = new FakeSocket(8192);
        var response = Response.of(Status.NOT_MODIFIED).with("ETag", "\"a\"");
        write(response, Persistence.KEPT, Method.GET, socket, new Outgoing(256));
        assertThat(withoutDate(socket))
                .isEqualTo("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n");
    }

    @Test
    void aFullSocketIsToldFromATurnThatIsOver() throws Exception {
        var socket = new FakeSocket(100);
        try (var writer = new ResponseWriter(COPIED, Persistence.KEPT, Method.GET)) {
            assertThat(writer.writeTo(socket, new Outgoing(256), () -> {}))
                    .isEqualTo(Progress.SOCKET_FULL);
            socket.most = 8192;
            assertThat(writer.writeTo(socket, new Outgoing(256), () -> {}))
                    .isEqualTo(Progress.MORE);
            assertThat(writer.writeTo(socket, new Outgoing(8192), () -> {}))
                    .isEqualTo(Progress.DONE);
        }
    }

    @Test
    void aBodyThatIsNotReadyIsNotAskedForBytes() throws Exception {
        var called = new AtomicInteger();
        var body = new LateBody();
        var response = Response.of(Status.OK).withBody(body);
        var socket = new FakeSocket(8192);
        try (var writer = new ResponseWriter(response, Persistence.KEPT, Method.GET)) {
            var out = new Outgoing(256);
            assertThat(writer.writeTo(socket, out, called::incrementAndGet))
                    .isEqualTo(Progress.BODY_NOT_READY);
            assertThat(socket.writes).isZero();
            body.arrive();
            assertThat(called).hasValue(1);
            assertThat(writer.writeTo(socket, out, called::incrementAndGet))
                    .isEqualTo(Progress.DONE);
        }
        assertThat(socket.text()).endsWith("\r\n\r\nlate");
    }

    @Test
    void aBodyThatFailsEndsTheWritingAndIsClosedAllTheSame() throws Exception {
        var body = new FailingBody();
        var response = Response.of(Status.OK).withBody(body);
        try (var writer = new ResponseWriter(response, Persistence.KEPT, Method.GET)) {
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() ->
                            writer.writeTo(new FakeSocket(8192), new Outgoing(256), () -> {}));
        }
        assertThat(body.closed).isTrue();
    }

    private static void write(
            Response response,
            Persistence persistence,
            Method asked,
            FakeSocket socket,
            Outgoing out)
            throws IOException {
        try (var writer = new ResponseWriter(response, persistence, asked)) {
            while (writer.writeTo(socket, out, () -> {}) != Progress.DONE) {
                continue;
            }
        }
    }

    /// Checks the date and takes it out, since no two runs have the same.
    private static String withoutDate(FakeSocket socket) {
        var text = socket.text();
        assertThat(text).containsOnlyOnce("\r\nDate: ");
        return text.replaceFirst("Date: .{25} GMT\r\n", "");
    }

    /// Has the socket gather the head and bytes that lie elsewhere.
    private record GatheredBody(String text) implements Body {
        @Override
        public long length() {
            return text.length();
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            out.flush(new ByteBuffer[] {out.buffer(), bytes(text, from, to)}, 2);
        }

        @Override
        public void close() {}
    }

    /// Moves its bytes past the buffer once the head has gone.
    private record MovedBody(String text) implements Body {
        @Override
        public long length() {
            return text.length();
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            boolean headIsUnsent = out.buffer().position() > 0;
            if (headIsUnsent) {
                out.flush();
            } else {
                int count = out.channel().write(bytes(text, from, to));
                out.noteSent(count, count < to - from);
            }
        }

        @Override
        public void close() {}
    }

    private static ByteBuffer bytes(String text, long from, long to) {
        var part = text.substring((int) from, (int) to);
        return ByteBuffer.wrap(part.getBytes(StandardCharsets.US_ASCII));
    }

    private static final class LateBody implements Body {
        private final Body content = BytesBody.of("late");
        private Runnable whenReady = () -> {};
        private boolean ready;

        private void arrive() {
            ready = true;
            whenReady.run();
        }

        @Override
        public boolean prepare(long from, long to, Runnable whenReady) {
            this.whenReady = whenReady;
            return ready;
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            content.send(out, from, to);
        }

        @Override
        public void close() {}
    }

    private static final class FailingBody implements Body {
        private boolean closed;

        @Override
        public long length() {
            return 10;
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            throw new EOFException("the file has shrunk");
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
