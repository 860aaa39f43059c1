package eventloop.selector;

import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.server.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long a client may say nothing, with a loop that may have no time to hear it.
@Tag("timing")
abstract class IdleTimeoutTopic extends LoopTopic {
    private static final Duration IDLE_TIMEOUT = Duration.ofMillis(800);

    /// In bytes: more than the loop takes in one turn, and less than a socket takes while nobody reads.
    private static final int LONG_BODY = 60_000;

    IdleTimeoutTopic(LoopContract step) {
        super(step);
    }

    @Override
    Settings settings() {
        var longer = super.settings().idleTimeout();
        return withTimeouts(super.settings(), IDLE_TIMEOUT, IDLE_TIMEOUT, longer);
    }

    @Test
    void aRequestThatCameWhileTheLoopWasBusyIsAnsweredAndItsConnectionKept() throws Exception {
        var client = connect();
        client.get("/hello");
        connect().request("GET /busy HTTP/1.1", "Host: a");
        held.awaitStanding();
        client.send(HELLO);
        await().pollDelay(IDLE_TIMEOUT.plus(IDLE_TIMEOUT)).until(() -> true);
        held.letGo();

        assertThat(client.read().text()).isEqualTo(GREETING);
        assertThat(client.get("/hello").text()).isEqualTo(GREETING);
    }

    @Test
    void aRequestWhoseBodyCameWhileTheLoopWasBusyIsAnswered() throws Exception {
        var client = connect();
        client.send("POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: " + LONG_BODY + "\r\n\r\n");
        // By the time this one is answered, the head has been read.
        connect().get("/hello");
        connect().request("GET /busy HTTP/1.1", "Host: a");
        held.awaitStanding();
        client.send("x".repeat(LONG_BODY));
        await().pollDelay(IDLE_TIMEOUT.plus(IDLE_TIMEOUT)).until(() -> true);
        held.letGo();

        assertThat(client.read().text()).isEqualTo(GREETING);
    }

    @Test
    void whoSaysNothingIsSentHome() throws Exception {
        var client = connect();
        client.get("/hello");
        client.expectEnd();
    }
}
