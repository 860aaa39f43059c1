package eventloop.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.Outgoing;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.selector.ConnectionState.Stage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever goes wrong with one request, the loop goes on, and what the request held is given back.
abstract class LoopFaultTopic extends LoopTopic {
    private final AtomicInteger closedBodies = new AtomicInteger();
    private final UnpreparedBody unprepared = new UnpreparedBody();
    private Throwable fault = new IllegalStateException("a test's own exception");

    LoopFaultTopic(LoopContract step) {
        super(step);
    }

    @Override
    public void handle(Request request, Reply reply) {
        switch (request.path().path()) {
            case "/faulty-handler" -> throwUnchecked(fault);
            case "/faulty-body" -> reply.send(ok(new FaultyBody()));
            case "/watched" -> reply.send(ok(new WatchedBody()));
            case "/unclosable" -> reply.send(ok(new UnclosableBody()));
            case "/unprepared" -> reply.send(ok(unprepared));
            case "/twice" -> {
                reply.send(ok(new WatchedBody()));
                reply.send(ok(new WatchedBody()));
            }
            case "/twice-unclosable" -> {
                reply.send(ok(new WatchedBody()));
                reply.send(ok(new UnclosableBody()));
            }
            default -> super.handle(request, reply);
        }
    }

    static List<Throwable> whateverMayBeThrown() {
        return List.of(
                new IllegalStateException("a test's own exception"),
                new StackOverflowError("a test's own overflow"),
                new OutOfMemoryError("a test's own want of memory"));
    }

    /// A handler or a body in Kotlin throws what its caller in Java would have to be told of.
    static Stream<Throwable> whateverMayBeThrownUndeclared() {
        return Stream.concat(
                whateverMayBeThrown().stream(),
                Stream.of(
                        new InterruptedException("a test's own interruption"),
                        new IOException("a test's own failure")));
    }

    @ParameterizedTest
    @MethodSource("whateverMayBeThrownUndeclared")
    void aHandlerThatThrowsCostsOneAnswer(Throwable thrown) throws Exception {
        fault = thrown;
        var client = connect();
        assertThat(client.get("/faulty-handler").status()).isEqualTo(500);
        assertThat(client.get("/hello").text()).isEqualTo(GREETING);
    }

    @ParameterizedTest
    @MethodSource("whateverMayBeThrownUndeclared")
    void aBodyThatThrowsCostsOneConnection(Throwable thrown) throws Exception {
        fault = thrown;
        var other = connect();
        for (int i = 0; i < 5; i++) {
            var client = connect();
            client.request("GET /faulty-body HTTP/1.1", "Host: a");
            assertThat(client.readToEnd()).isEmpty();
            assertThat(other.get("/hello").text()).isEqualTo(GREETING);
        }
        assertThat(closedBodies.get()).isEqualTo(5);
    }

    @Test
    void aBodyIsClosedWhenAllOfItIsSent() throws Exception {
        var client = connect();
        assertThat(client.get("/watched").body()).hasSize(BIG.length);
        assertThat(client.get("/hello").text()).isEqualTo(GREETING);
        assertThat(closedBodies.get()).isEqualTo(1);
    }

    @Test
    void aBodyIsClosedWhenOnlyItsHeadIsSent() throws Exception {
        var client = connect();
        client.head("/watched");
        assertThat(client.get("/hello").text()).isEqualTo(GREETING);
        assertThat(closedBodies.get()).isEqualTo(1);
    }

    @Test
    void aBodyIsClosedWhenItsClientLeavesInTheMiddle() throws Exception {
        var client = connectWithLittleRoom();
        client.request("GET /watched HTTP/1.1", "Host: a");
        client.readHead();
        client.reset();
        await().untilAsserted(() -> assertThat(closedBodies.get()).isEqualTo(1));
    }

    /// A client that goes away is noticed at once, also while nothing can be sent to it.
    @Test
    void aBodyIsClosedWhenItsClientLeavesWhileItWaitsForItsDisk() throws Exception {
        var client = connect();
        client.request("GET /unprepared HTTP/1.1", "Host: a");
        assertThat(connect().get("/hello").text()).isEqualTo(GREETING);
        assertThat(unprepared.isClosed()).isFalse();
        client.reset();
        await().untilAsserted(() -> assertThat(unprepared.isClosed()).isTrue());
    }

    @Test
    void aBodyIsClosedWhenTheServerEndsInTheMiddle() throws Exception {
        var client = connectWithLittleRoom();
        client.request("GET /watched HTTP/1.1", "Host: a");
        client.readHead();
        server().close();
        await().untilAsserted(() -> assertThat(closedBodies.get()).isEqualTo(1));
    }

    @Test
    void aBodyThatCannotBeClosedKeepsNoOtherOpenWhenTheServerEnds() throws Exception {
        for (int i = 0; i < 2; i++) {
            var client = connectWithLittleRoom();
            client.request("GET /unclosable HTTP/1.1", "Host: a");
            client.readHead();
        }
        server().close();
        await().untilAsserted(() -> assertThat(closedBodies.get()).isEqualTo(2));
        assertThat(server().hasFailed()).isFalse();
    }

    @Test
    void aBodyIsClosedWhenItsAnswerCannotBegin() throws Exception {
        server().allowTransitions((from, to) -> {
            if (to == Stage.WRITING) {
                throw new OutOfMemoryError("a test's own want of memory");
            }
            return true;
        });
        var client = connect();
        client.request("GET /watched HTTP/1.1", "Host: a");
        assertThat(client.readToEnd()).isEmpty();
        assertThat(closedBodies.get()).isEqualTo(1);
    }

    @Test
    void aSecondReplyToTheSameRequestIsDroppedAndItsBodyClosed() throws Exception {
        var client = connect();
        assertThat(client.get("/twice").body()).hasSize(BIG.length);
        assertThat(client.get("/hello").text()).isEqualTo(GREETING);
        assertThat(closedBodies.get()).isEqualTo(2);
    }

    @Test
    void aSecondReplyWhoseBodyCannotBeClosedCostsTheFirstNothing() throws Exception {
        var client = connect();
        assertThat(client.get("/twice-unclosable").body()).hasSize(BIG.length);
        assertThat(client.get("/hello").text()).isEqualTo(GREETING);
        assertThat(closedBodies.get()).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable fault) throws T {
        throw (T) fault;
    }

    /// Remembers that it was closed.
    private class WatchedBody implements Body {
        private final BytesBody bytes = new BytesBody(BIG);

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
            closedBodies.incrementAndGet();
        }
    }

    private final class UnclosableBody extends WatchedBody {
        @Override
        public void close() {
            super.close();
            throwUnchecked(fault);
        }
    }

    private final class FaultyBody extends WatchedBody {
        @Override
        public void send(Outgoing out, long from, long to) {
            throwUnchecked(fault);
        }
    }
}
