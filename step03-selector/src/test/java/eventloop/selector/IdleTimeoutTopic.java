package eventloop.selector;

import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.server.Settings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long a client may say nothing, with a loop that may have no time to hear it.
@Tag("timing")
abstract class IdleTimeoutTopic extends LoopTopic {
    private static final Duration IDLE_TIMEOUT = Duration.ofMillis(800);

    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    IdleTimeoutTopic(LoopContract step) {
        super(step);
    }

    @Override
    Settings settings() {
        var longer = super.settings().idleTimeout();
        return withTimeouts(super.settings(), IDLE_TIMEOUT, longer, longer);
    }

    @Override
    public void handle(Request request, Reply reply) {
        if (request.path().path().equals("/busy")) {
            busy.countDown();
            waitFor(goOn);
        }
        super.handle(request, reply);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void aRequestThatCameWhileTheLoopWasBusyIsAnsweredAndItsConnectionKept() throws Exception {
        var client = connect();
        client.get("/hello");
        connect().request("GET /busy HTTP/1.1", "Host: a");
        waitFor(busy);
        client.send(HELLO);
        await().pollDelay(IDLE_TIMEOUT.plus(IDLE_TIMEOUT)).until(() -> true);
        goOn.countDown();

        assertThat(client.read().text()).isEqualTo(GREETING);
        assertThat(client.get("/hello").text()).isEqualTo(GREETING);
    }

    @Test
    void whoSaysNothingIsSentHome() throws Exception {
        var client = connect();
        client.get("/hello");
        client.expectEnd();
    }
}
