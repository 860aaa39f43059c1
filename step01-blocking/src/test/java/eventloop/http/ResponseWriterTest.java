package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventloop.http.ResponseWriter.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseWriterTest {
    private static final String TEXT = "0123456789".repeat(100);
    private static final Response COPIED =
            Response.of(Status.OK).with("ETag", "\"a\"").withBody(BytesBody.of(TEXT));
    private static final Response TRANSFERRED =
            Response.of(Status.OK).with("ETag", "\"a\"").withBody(new Moved(BytesBody.of(TEXT)));
    private static final Response DIRECT =
            Response.of(Status.OK).with("ETag", "\"a\"").withBody(new Lying(BytesBody.of(TEXT)));

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
        for (var response : new Response[] {COPIED, DIRECT, TRANSFERRED}) {
            var socket = new FakeSocket(most);
            write(response, Persistence.CLOSED, false, socket, ByteBuffer.allocate(buffer));
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
        for (var response : new Response[] {COPIED, DIRECT}) {
            var socket = new FakeSocket(8192);
            write(response, Persistence.KEPT, false, socket, ByteBuffer.allocateDirect(8192));
            assertThat(socket.writes).isEqualTo(1);
        }
    }

    @Test
    void aDirectBodyIsNotCopiedIntoTheBuffer() throws Exception {
        var buffer = ByteBuffer.allocate(200);
        var socket = new FakeSocket(8192);
        write(DIRECT, Persistence.KEPT, false, socket, buffer);
        assertThat(socket.text()).endsWith(TEXT);
        assertThat(socket.writes).isEqualTo(1);
    }

    @Test
    void theHeadOfATransferredBodyTakesTheBeginningAlong() throws Exception {
        var buffer = ByteBuffer.allocate(200);
        var socket = new FakeSocket(8192);
        try (var writer = new ResponseWriter(TRANSFERRED, Persistence.KEPT, false)) {
            assertThat(writer.writeTo(socket, buffer, () -> {})).isEqualTo(Progress.MORE);
            assertThat(socket.text()).hasSize(200).contains("\r\n\r\n0123456789");
            assertThat(writer.writeTo(socket, buffer, () -> {})).isEqualTo(Progress.DONE);
        }
        assertThat(socket.text()).endsWith(TEXT);
        assertThat(socket.writes).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 8192})
    void headOnlyTellsOfTheBodyAndLeavesItOut(int most) throws Exception {
        for (var response : new Response[] {COPIED, DIRECT, TRANSFERRED}) {
            var socket = new FakeSocket(most);
            write(response, Persistence.KEPT, true, socket, ByteBuffer.allocate(8192));
            assertThat(withoutDate(socket))
                    .isEqualTo("HTTP/1.1 200 OK\r\nETag: \"a\"\r\nContent-Length: 1000\r\n\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"KEPT, ''", "KEPT_AND_SAID, keep-alive", "CLOSED, close"})
    void theFateOfTheConnectionIsSaid(Persistence persistence, String said) throws Exception {
        var socket = new FakeSocket(8192);
        write(COPIED, persistence, false, socket, ByteBuffer.allocate(8192));
        var expected = said.isEmpty() ? "1000\r\n\r\n" : "1000\r\nConnection: " + said + "\r\n\r\n";
        assertThat(withoutDate(socket)).contains(expected);
    }

    @Test
    void aResponseWithoutABodyHasALengthOfZero() throws Exception {
        var socket = new FakeSocket(8192);
        write(
                Response.of(Status.NOT_FOUND),
                Persistence.KEPT,
                false,
                socket,
                ByteBuffer.allocate(256));
        assertThat(withoutDate(socket))
                .isEqualTo("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void notModifiedHasNoLengthOfItsOwn() throws Exception {
        var socket = new FakeSocket(8192);
        var response = Response.of(Status.NOT_MODIFIED).with("ETag", "\"a\"");
        write(response, Persistence.KEPT, false, socket, ByteBuffer.allocate(256));
        assertThat(withoutDate(socket))
                .isEqualTo("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n");
    }

    @Test
    void aFullSocketIsToldFromATurnThatIsOver() throws Exception {
        var socket = new FakeSocket(100);
        try (var writer = new ResponseWriter(COPIED, Persistence.KEPT, false)) {
            assertThat(writer.writeTo(socket, ByteBuffer.allocate(256), () -> {}))
                    .isEqualTo(Progress.SOCKET_FULL);
            socket.most = 8192;
            assertThat(writer.writeTo(socket, ByteBuffer.allocate(256), () -> {}))
                    .isEqualTo(Progress.MORE);
            assertThat(writer.writeTo(socket, ByteBuffer.allocate(8192), () -> {}))
                    .isEqualTo(Progress.DONE);
        }
    }

    @Test
    void aBodyThatIsNotReadyIsNotAskedForBytes() throws Exception {
        var called = new AtomicInteger();
        var body = new Late(BytesBody.of("late"));
        var response = Response.of(Status.OK).withBody(body);
        var socket = new FakeSocket(8192);
        try (var writer = new ResponseWriter(response, Persistence.KEPT, false)) {
            var buffer = ByteBuffer.allocate(256);
            assertThat(writer.writeTo(socket, buffer, called::incrementAndGet))
                    .isEqualTo(Progress.BODY_NOT_READY);
            assertThat(socket.writes).isZero();
            body.arrive();
            assertThat(called).hasValue(1);
            assertThat(writer.writeTo(socket, buffer, called::incrementAndGet))
                    .isEqualTo(Progress.DONE);
        }
        assertThat(socket.text()).endsWith("\r\n\r\nlate");
    }

    @Test
    void aBodyThatFailsEndsTheWritingAndIsClosedAllTheSame() throws Exception {
        var body = new Failing();
        var response = Response.of(Status.OK).withBody(body);
        try (var writer = new ResponseWriter(response, Persistence.KEPT, false)) {
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() ->
                            writer.writeTo(
                                    new FakeSocket(8192), ByteBuffer.allocate(256), () -> {}));
        }
        assertThat(body.closed).isTrue();
    }

    private static void write(
            Response response,
            Persistence persistence,
            boolean headOnly,
            FakeSocket socket,
            ByteBuffer buffer)
            throws IOException {
        try (var writer = new ResponseWriter(response, persistence, headOnly)) {
            while (writer.writeTo(socket, buffer, () -> {}) != Progress.DONE) {
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

    /// Moves bytes past the buffer, as a file does that is transferred.
    private record Moved(BytesBody content) implements Body.Transferred {
        @Override
        public void copyTo(ByteBuffer target, long position) {
            content.copyTo(target, position);
        }

        @Override
        public long transferTo(WritableByteChannel target, long position) throws IOException {
            var bytes = ByteBuffer.allocate((int) (length() - position));
            content.copyTo(bytes, position);
            return target.write(bytes.flip());
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public Body slice(long from, long length) {
            return new Moved(content.slice(from, length));
        }

        @Override
        public void close() {}
    }

    /// Lies where the operating system can take it from, as a file in the cache does.
    private record Lying(BytesBody content) implements Body.Direct {
        @Override
        public ByteBuffer from(long position) {
            var bytes = ByteBuffer.allocateDirect((int) (length() - position));
            content.copyTo(bytes, position);
            return bytes.flip();
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public Body slice(long from, long length) {
            return new Lying(content.slice(from, length));
        }

        @Override
        public void close() {}
    }

    private static final class Late implements Body.Copied {
        private final BytesBody content;
        private Runnable whenReady = () -> {};
        private boolean ready;

        private Late(BytesBody content) {
            this.content = content;
        }

        private void arrive() {
            ready = true;
            whenReady.run();
        }

        @Override
        public boolean prepare(long position, Runnable whenReady) {
            this.whenReady = whenReady;
            return ready;
        }

        @Override
        public void copyTo(ByteBuffer target, long position) {
            content.copyTo(target, position);
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public Body slice(long from, long length) {
            return new Late(content.slice(from, length));
        }

        @Override
        public void close() {}
    }

    private static final class Failing implements Body.Copied {
        private boolean closed;

        @Override
        public void copyTo(ByteBuffer target, long position) throws IOException {
            throw new EOFException("the file has shrunk");
        }

        @Override
        public long length() {
            return 10;
        }

        @Override
        public Body slice(long from, long length) {
            return this;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
