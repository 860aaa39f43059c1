package eventloop.eventqueue;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.CaughtErrors;
import eventloop.contract.RawClient;
import eventloop.http.Reply.Client;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.selector.LoopServer;
import eventloop.selector.UnpreparedBody;
import eventloop.server.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever was to answer may lose the request, or what is to be sent may never come. Nobody waits for that for ever.
/// The loop's clock is the test's, which lets the minutes pass.
class LostAnswerTest {
    private static final Duration ALL_BUT_A_MINUTE = Duration.ofMinutes(4);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicLong passed = new AtomicLong();
    private final UnpreparedBody unprepared = new UnpreparedBody();
    private final KeepsRequests handler = new KeepsRequests("/lost");
    private Server server;

    @BeforeEach
    void start() throws Exception {
        var wheel = new TimerWheel(() -> System.nanoTime() + passed.get());
        var loop = new EventLoop(new EventQueue(), wheel);
        var settings = withTimeouts(serving(Path.of(".")), LONG, LONG, LONG);
        server =
                LoopServer.start(
                        settings,
                        loop,
                        (request, reply) -> {
                            if (request.path().path().equals("/unprepared")) {
                                reply.send(Response.of(Status.OK).withBody(unprepared));
                            } else {
                                handler.handle(request, reply);
                            }
                        });
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void letPass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    /// So that all that was due before has been seen to: the loop sleeps by the clock of the machine.
    private void goRound() throws Exception {
        try (var client = RawClient.to(server.address())) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.get("/hello").text()).isEqualTo("/hello");
            }
        }
    }

    @Test
    void itsClientIsToldAfterFiveMinutes() throws Exception {
        try (var client = RawClient.to(server.address());
                var headOnly = RawClient.to(server.address())) {
            client.request("GET /lost HTTP/1.1", "Host: a");
            headOnly.request("HEAD /lost HTTP/1.1", "Host: a");
            await().until(() -> handler.kept() == 2);
            letPass(ALL_BUT_A_MINUTE);
            goRound();
            assertThat(client.hasInput()).isFalse();
            assertThat(handler.clients()).containsOnly(Client.LISTENING);
            letPass(TWO_MINUTES);
            goRound();
            var answer = client.read();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).contains("The answer has been lost");
            client.expectEnd();
            assertThat(headOnly.readHead().status()).isEqualTo(503);
            headOnly.expectEnd();
            assertThat(handler.clients()).as("nobody waits").containsOnly(Client.GONE);
        }
    }

    @Test
    void aBodyThatNeverComesIsClosedWithItsConnection() throws Exception {
        try (var client = RawClient.to(server.address())) {
            client.request("GET /unprepared HTTP/1.1", "Host: a");
            goRound();
            letPass(ALL_BUT_A_MINUTE);
            goRound();
            assertThat(unprepared.isClosed()).isFalse();
            letPass(TWO_MINUTES);
            goRound();
            assertThat(client.readToEnd()).isEmpty();
            await().until(unprepared::isClosed);
        }
    }

    @Test
    void whoeverRunsTheServerIsToldOfBoth() throws Exception {
        try (var log = CaughtErrors.start();
                var one = RawClient.to(server.address());
                var another = RawClient.to(server.address())) {
            one.request("GET /lost HTTP/1.1", "Host: a");
            another.request("GET /unprepared HTTP/1.1", "Host: a");
            await().until(() -> handler.kept() == 1);
            goRound();
            letPass(ALL_BUT_A_MINUTE.plus(TWO_MINUTES));
            goRound();
            assertThat(one.read().status()).isEqualTo(503);
            assertThat(another.readToEnd()).isEmpty();
            assertThat(log.text())
                    .contains("lost the answer to /lost: ")
                    .contains("lost the rest of an answer: ");
        }
    }
}
