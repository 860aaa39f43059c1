package eventloop.selector;

import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.Outgoing;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.server.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// How long a client may take to read.
@Tag("timing")
@Execution(ExecutionMode.CONCURRENT)
abstract class WriteTimeoutTopic extends LoopTopic {
    private static final Duration WRITE_TIMEOUT = Duration.ofMillis(800);

    private static final int LITTLE = 32 * 1024;

    WriteTimeoutTopic(LoopContract step) {
        super(step);
    }

    @Override
    Settings settings() {
        var longer = super.settings().idleTimeout();
        return withTimeouts(super.settings(), longer, longer, WRITE_TIMEOUT);
    }

    @Test
    void aClientWhoTakesNothingIsDropped() throws Exception {
        var client = beginBigAnswer();
        await().until(client::failsToSend);
    }

    /// What its client did not take is dropped, and fetched anew: that is no sign of life.
    @Test
    void aClientWhoTakesNothingIsDroppedAlsoIfTheBodyIsPreparedAnewEachTime() throws Exception {
        var client = connectWithLittleRoom();
        client.request("GET /forgetful HTTP/1.1", "Host: a");
        client.readHead();
        await().until(client::failsToSend);
    }

    @Override
    public void handle(Request request, Reply reply) {
        if (request.path().path().equals("/forgetful")) {
            reply.send(ok(new ForgetfulBody()));
        } else {
            super.handle(request, reply);
        }
    }

    /// Has to be prepared for each share, and is a moment later.
    private final class ForgetfulBody implements Body {
        private static final Duration MOMENT = Duration.ofMillis(10);

        private final BytesBody bytes = new BytesBody(BIG);
        private boolean prepared;

        @Override
        public long length() {
            return bytes.length();
        }

        @Override
        public boolean prepare(long from, long to, Runnable whenReady) {
            if (!prepared) {
                server().loop()
                        .timeouts()
                        .start(
                                MOMENT,
                                () -> {
                                    prepared = true;
                                    whenReady.run();
                                });
            }
            return prepared;
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            prepared = false;
            bytes.send(out, from, to);
        }

        @Override
        public void close() {}
    }

    /// It makes room for some of the answer, but not for so much that its socket is said to be writable.
    @Test
    void aClientWhoReadsSlowlyAndSteadilyIsNotDroppedAndMayBecomeQuick() throws Exception {
        var client = beginBigAnswer();
        var left = new AtomicInteger(BIG.length);
        await().pollInterval(Duration.ofMillis(100))
                .during(WRITE_TIMEOUT.plus(WRITE_TIMEOUT))
                .until(() -> {
                    left.addAndGet(-client.readBytes(LITTLE).length);
                    return left.get() > 0;
                });
        var quickly = new FutureTask<>(() -> client.readBytes(left.get()));
        Thread.ofPlatform().start(quickly);
        assertThat(quickly.get(10, TimeUnit.SECONDS)).hasSize(left.get());
        assertThat(client.get("/hello").text()).isEqualTo(GREETING);
    }
}
