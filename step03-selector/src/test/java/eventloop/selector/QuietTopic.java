package eventloop.selector;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.crowd.Threads;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A loop that has nothing to do sleeps: it does not look again and again at a channel that is ready for
/// something nobody wants. While another thread computes for [#WHILE], it has hardly run at all.
abstract class QuietTopic extends LoopTopic {
    private static final Duration WHILE = Duration.ofMillis(200);
    private static final Duration HARDLY = Duration.ofMillis(40);

    QuietTopic(LoopContract step) {
        super(step);
    }

    /// At first it may still have to do what came before, and to load classes for that; then it sleeps.
    private static void expectTheLoopSleeps() {
        if (timeOfTheLoop().compareTo(HARDLY) >= 0) {
            assertThat(timeOfTheLoop()).isLessThan(HARDLY);
        }
    }

    private static Duration timeOfTheLoop() {
        var loopBefore = Threads.processorTimeOf("event-loop");
        var end = Threads.processorTimeOfThisOne().plus(WHILE);
        while (Threads.processorTimeOfThisOne().compareTo(end) < 0) {
            Thread.onSpinWait();
        }
        return Threads.processorTimeOf("event-loop").minus(loopBefore);
    }

    @Test
    void withoutClients() throws Exception {
        connect().get("/hello");
        expectTheLoopSleeps();
    }

    @Test
    void withIdleClients() throws Exception {
        for (int i = 0; i < 100; i++) {
            connect().get("/hello");
        }
        expectTheLoopSleeps();
    }

    @Test
    void withAClientWhoHasSentHalfARequest() throws Exception {
        connect().send("GET /hel");
        connect().get("/hello");
        expectTheLoopSleeps();
    }

    @Test
    void withAClientWhoDoesNotReadItsAnswer() throws Exception {
        beginBigAnswer();
        expectTheLoopSleeps();
    }

    @Test
    void withAClientWhoHasFinishedSendingAndDoesNotReadItsAnswer() throws Exception {
        beginBigAnswer().finishSending();
        expectTheLoopSleeps();
    }

    @Test
    void withAClientWhoSendsOnAndDoesNotReadItsAnswer() throws Exception {
        beginBigAnswer().send(HELLO.repeat(1_000));
        expectTheLoopSleeps();
    }

    @Test
    void withAClientWhoReadsItsRefusalAndDoesNotClose() throws Exception {
        var client = connect();
        client.send("BAD\r\n\r\n");
        assertThat(client.read().status()).isEqualTo(400);
        client.expectEnd();
        expectTheLoopSleeps();
    }

    @Test
    void withARequestInHandlingAndItsClientSendingOn() throws Exception {
        connect().send("GET /never HTTP/1.1\r\nHost: a\r\n\r\n" + HELLO.repeat(1_000));
        connect().get("/hello");
        expectTheLoopSleeps();
    }

    @Test
    void withARequestInHandlingAndItsClientGone() throws Exception {
        var client = connect();
        client.request("GET /never HTTP/1.1", "Host: a");
        connect().get("/hello");
        client.reset();
        expectTheLoopSleeps();
    }
}
