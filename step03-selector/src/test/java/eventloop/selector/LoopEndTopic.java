package eventloop.selector;

import static eventloop.contract.TestSettings.withDrainTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.crowd.Threads;
import eventloop.server.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The end of a loop: nobody new, an end to what is under way, and nothing left behind.
abstract class LoopEndTopic extends LoopTopic {
    /// Longer than any test takes: who waits for it fails.
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    LoopEndTopic(LoopContract step) {
        super(step);
    }

    @Override
    Settings settings() {
        return withDrainTimeout(super.settings(), PATIENCE);
    }

    private CompletableFuture<Void> beginToEnd() {
        var closing = CompletableFuture.runAsync(server()::close, Thread::startVirtualThread);
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> RawClient.isRefusedBy(server().address()));
        return closing;
    }

    private static void expectEndAtOnce(CompletableFuture<Void> closing) throws Exception {
        closing.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(Threads.named("event-loop")).isZero();
    }

    @Test
    void idleClientsAreSentHomeAtOnce() throws Exception {
        var clients = new RawClient[100];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = connect();
            clients[i].get("/hello");
        }
        expectEndAtOnce(beginToEnd());
        for (var client : clients) {
            client.expectEnd();
        }
    }

    @Test
    void aClientWhoseAnswerIsUnderWayGetsAllOfItAndIsSentHomeThen() throws Exception {
        var client = beginBigAnswer();
        var closing = beginToEnd();
        assertThat(Arrays.equals(client.readBytes(BIG.length), BIG)).isTrue();
        expectEndAtOnce(closing);
        client.expectEnd();
    }

    @Test
    void aClientWhoSendsTheRestOfARequestIsToldThatItWasTheLast() throws Exception {
        var client = connect();
        client.send(HELLO.substring(0, 10));
        connect().get("/hello");
        var closing = beginToEnd();
        client.send(HELLO.substring(10));
        var answer = client.read();
        assertThat(answer.text()).isEqualTo(GREETING);
        assertThat(answer.header("Connection")).isEqualTo("close");
        expectEndAtOnce(closing);
        client.expectEnd();
    }

    /// Its client is idle as far as the loop knows: it has not looked since.
    @Test
    void aRequestThatCameWhileTheLoopWasBusyIsAnswered() throws Exception {
        var client = connect();
        client.get("/hello");
        connect().request("GET /busy HTTP/1.1", "Host: a");
        held.awaitStanding();
        client.send(HELLO);
        // The kernel has let in somebody who came later, so it has also taken in what was sent
        // before.
        connect();
        server().loop().end(PATIENCE);
        held.letGo();
        var answer = client.read();
        assertThat(answer.text()).isEqualTo(GREETING);
        assertThat(answer.header("Connection")).isEqualTo("close");
        client.expectEnd();
    }

    @Test
    void clientsWhoComeJustThenDoNoHarm() throws Exception {
        var coming = Thread.ofPlatform().start(this::comeUntilNobodyIsLetIn);
        expectEndAtOnce(beginToEnd());
        assertThat(coming.join(AT_ONCE)).isTrue();
    }

    private void comeUntilNobodyIsLetIn() {
        boolean letIn = true;
        while (letIn) {
            try (var client = RawClient.to(server().address())) {
                client.send(HELLO);
            } catch (IOException refused) {
                letIn = false;
            }
        }
    }
}
