package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.CaughtErrors;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Outgoing;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.selector.LoopServer;
import eventloop.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The handler behind the helpers must reply once, before it returns.
class FaultyHandlersTest {
    @Test
    void whoDoesNotReplyCostsItsRequestA500AndTheLogHasTheReason() throws Exception {
        try (var log = CaughtErrors.start();
                var server = startBehindHelpers((_, _) -> {});
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/silence").status()).isEqualTo(500);
            assertThat(log.text()).contains("failed on /silence: ", "its handler has not replied");
        }
    }

    @Test
    void ofWhoRepliesTwiceTheFirstReplyIsSentAndTheSecondClosed() throws Exception {
        var closed = new AtomicInteger();
        Handler twice =
                (_, reply) -> {
                    reply.send(Response.of(Status.OK).withBody(BytesBody.of("first")));
                    reply.send(Response.of(Status.OK).withBody(new CountedBody(closed)));
                };
        try (var server = startBehindHelpers(twice);
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/").text()).isEqualTo("first");
            assertThat(closed).hasValue(1);
        }
    }

    private record CountedBody(AtomicInteger closed) implements Body {
        @Override
        public long length() {
            return 1;
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            out.buffer().put((byte) '2');
            out.flush();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static Server startBehindHelpers(Handler handler) throws IOException {
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var workers = WorkerPool.start(1, 1, loop);
        return LoopServer.start(
                TestSettings.serving(Path.of(".")),
                loop,
                new WorkerHandler(workers, handler),
                workers);
    }
}
