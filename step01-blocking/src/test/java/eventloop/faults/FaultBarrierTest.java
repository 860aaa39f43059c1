package eventloop.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Body;
import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Limits;
import eventloop.http.Outgoing;
import eventloop.http.Request;
import eventloop.http.RequestParser;
import eventloop.http.Response;
import eventloop.http.Status;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A handler has one reply, whatever it does behind that.
class FaultBarrierTest {
    private static final Request REQUEST =
            (Request)
                    new RequestParser(Limits.DEFAULT)
                            .parse(
                                    ByteBuffer.wrap(
                                            "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
                                                    .getBytes(StandardCharsets.US_ASCII)));

    private final ClosableBody first = new ClosableBody();
    private final ClosableBody second = new ClosableBody();

    @Test
    void ofTwoRepliesTheFirstIsTheAnswerAndTheSecondIsClosed() {
        var answer =
                answer((_, reply) -> {
                    reply.send(response(first));
                    reply.send(response(second));
                });
        assertThat(answer.body()).isSameAs(first);
        assertThat(first.closed).isFalse();
        assertThat(second.closed).isTrue();
    }

    @Test
    void aReplyBehindThePageOfAFaultIsClosed() {
        var answer =
                answer((_, reply) -> {
                    reply.send(ErrorPage.internalError());
                    reply.send(response(second));
                });
        assertThat(answer.status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
        assertThat(second.closed).isTrue();
    }

    @Test
    void whatIsThrownBehindTheReplyChangesNothing() {
        var answer =
                answer((_, reply) -> {
                    reply.send(response(first));
                    throw new IllegalStateException("a test's own fault");
                });
        assertThat(answer.body()).isSameAs(first);
        assertThat(first.closed).isFalse();
    }

    @Test
    void whatIsThrownInPlaceOfAReplyIsAnsweredByItsPage() {
        var answer =
                answer((_, _) -> {
                    throw new IllegalStateException("a test's own fault");
                });
        assertThat(answer.status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
    }

    @Test
    void noReplyIsAFaultAsWell() {
        assertThat(answer((_, _) -> {}).status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
    }

    private static Response answer(Handler handler) {
        return new FaultBarrier(handler).answer(REQUEST);
    }

    private static Response response(Body body) {
        return Response.of(Status.OK).withBody(body);
    }

    private static final class ClosableBody implements Body {
        private boolean closed;

        @Override
        public long length() {
            return 0;
        }

        @Override
        public void send(Outgoing out, long from, long to) {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
