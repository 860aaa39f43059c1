package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.Limits;
import eventloop.http.Outgoing;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.RequestParser;
import eventloop.http.Response;
import eventloop.http.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A handler has long returned, and what stands between it and the connection fails.
class GuardedReplyTest {
    private final List<Response> sent = new ArrayList<>();

    static List<Throwable> whateverTheWayBackMayThrow() {
        return List.of(
                new IllegalStateException("a test's own exception"),
                new AssertionError("a test's own error"),
                new IOException("a test's own exception, not declared"));
    }

    @ParameterizedTest
    @MethodSource("whateverTheWayBackMayThrow")
    void whatTheWayBackThrowsCostsTheRequestA500(Throwable fault) {
        new GuardedReply(request(), failingOnFiles(fault)).send(Response.of(Status.OK));
        assertThat(sent).extracting(Response::status).containsExactly(Status.INTERNAL_SERVER_ERROR);
    }

    @Test
    void theBodyThatIsNotSentIsClosed() {
        var closed = new AtomicBoolean();
        var response = Response.of(Status.OK).withBody(tellsWhenItIsClosed(closed));
        var fault = new IllegalStateException("a test's own exception");
        new GuardedReply(request(), failingOnFiles(fault)).send(response);
        assertThat(closed).isTrue();
    }

    @Test
    void whatGoesWellIsSentAsItIs() {
        var response = Response.of(Status.OK);
        new GuardedReply(request(), sent::add).send(response);
        assertThat(sent).containsExactly(response);
    }

    /// As a handler does that changes what the one behind it answers.
    private Reply failingOnFiles(Throwable fault) {
        return response -> {
            if (response.status() == Status.OK) {
                throwUnchecked(fault);
            }
            sent.add(response);
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable fault) throws T {
        throw (T) fault;
    }

    private static Body tellsWhenItIsClosed(AtomicBoolean closed) {
        var bytes = BytesBody.of("body");
        return new Body() {
            @Override
            public long length() {
                return bytes.length();
            }

            @Override
            public void send(Outgoing out, long from, long to) throws IOException {
                bytes.send(out, from, to);
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
    }

    private static Request request() {
        var bytes = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return (Request) new RequestParser(Limits.DEFAULT).parse(ByteBuffer.wrap(bytes));
    }
}
