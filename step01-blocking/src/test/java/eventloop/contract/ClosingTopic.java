package eventloop.contract;

import static eventloop.contract.TestSettings.withDisk;
import static eventloop.contract.TestSettings.withDrainTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.files.SlowDisk;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ends: of the client's sending, of a connection, of the server.
@Tag("timing")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Topic.DESCRIPTORS, mode = ResourceAccessMode.READ)
abstract class ClosingTopic extends Topic {
    private static final Duration DRAIN = Duration.ofSeconds(8);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final int BIG = 64 * Site.MIB;
    private static final String MUCH_MORE = "more of it\n".repeat(50_000);

    private final CountDownLatch reading = new CountDownLatch(1);

    ClosingTopic(HttpContract step) {
        super(step);
    }

    @Override
    Settings settings() {
        return withDisk(withDrainTimeout(super.settings(), DRAIN), this::readSlowly);
    }

    private void readSlowly(Path file) {
        if (file.endsWith("read-slowly.txt")) {
            reading.countDown();
            SlowDisk.matching("*", SLOW).delay(file);
        }
    }

    @ParameterizedTest
    @FieldSource("eventloop.contract.Site#SIZES")
    void aClientThatHasFinishedSendingStillGetsItsAnswer(int size) throws Exception {
        var client = connect();
        client.request("GET " + Site.fileOfSize(size) + " HTTP/1.1", "Host: a");
        client.finishSending();
        assertThat(Arrays.equals(client.read().body(), Site.content(size))).isTrue();
        client.expectEnd();
    }

    @Test
    void allThatWasAskedBeforeTheEndIsAnswered() throws Exception {
        var client = connect();
        client.send("GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100));
        client.finishSending();
        for (int i = 0; i < 100; i++) {
            assertThat(client.read().text()).isEqualTo(Site.GREETING);
        }
        client.expectEnd();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /hel",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhello",
            })
    void aClientThatEndsWithinARequestIsLetGo(String beginning) throws Exception {
        var client = connect();
        client.send(beginning);
        client.finishSending();
        client.expectEnd();
    }

    /// A socket closed with input unread is reset, and the reset can overtake the answer (RFC 9112 §9.6).
    @Test
    void aRefusalCanBeReadByAClientThatHasSentMuchMore() throws Exception {
        expectRefusal(400, "BAD\r\n\r\n" + MUCH_MORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /hello.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /hello.txt HTTP/1.0\r\n\r\n",
                "GET /hello.txt HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 550000\r\n\r\n",
            })
    void aLastAnswerCanBeReadByAClientThatHasSentMuchMore(String request) throws Exception {
        var client = connect();
        client.send(request + MUCH_MORE);
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
        client.expectEnd();
    }

    @Test
    void closingTheServerEndsIdleConnectionsAtOnce() throws Exception {
        var fresh = connect();
        var used = connect();
        assertThat(used.get("/hello.txt").status()).isEqualTo(200);
        closeWithin(SOON);
        fresh.expectEnd();
        used.expectEnd();
    }

    @Test
    void closingTheServerLetsAResponseFinish() throws Exception {
        var client = connect();
        client.request("GET " + Site.fileOfSize(BIG) + " HTTP/1.1", "Host: a");
        client.readHead();
        var end =
                new FutureTask<>(() -> {
                    server().awaitEnd();
                    return server().hasFailed();
                });
        Thread.startVirtualThread(end);
        var closing = CompletableFuture.runAsync(server()::close, Thread::startVirtualThread);
        awaitThatNobodyIsLetIn();
        int half = BIG / 2;
        var firstHalf = client.readBytes(half);
        assertThat(end).isNotDone();
        assertThat(Arrays.equals(firstHalf, 0, half, Site.content(BIG), 0, half)).isTrue();
        var secondHalf = client.readBytes(half);
        assertThat(Arrays.equals(secondHalf, 0, half, Site.content(BIG), half, BIG)).isTrue();
        closing.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(end.get(SOON.toMillis(), TimeUnit.MILLISECONDS)).as("has failed").isFalse();
        client.expectEnd();
    }

    @Test
    void closingTheServerLetsARequestBeAnsweredThatWaitsForTheDisk() throws Exception {
        Files.writeString(site().file("read-slowly.txt"), Site.GREETING);
        var client = connect();
        client.request("GET /read-slowly.txt HTTP/1.1", "Host: a");
        assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
        closeWithin(SOON);
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
        client.expectEnd();
    }

    @Test
    void aRequestWhoseRestComesWhileTheServerEndsIsAnsweredAsTheLast() throws Exception {
        var client = connect();
        client.send("GET /hello.txt HTTP/1.1\r\n");
        expectServerIsFine();
        var closing = CompletableFuture.runAsync(server()::close, Thread::startVirtualThread);
        awaitThatNobodyIsLetIn();
        client.send("Host: a\r\n\r\n");
        var response = client.read();
        assertThat(response.text()).isEqualTo(Site.GREETING);
        assertThat(response.header("Connection")).isEqualTo("close");
        client.expectEnd();
        closing.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// By a server of its own, whose time for the end is short.
    @Test
    void closingTheServerWaitsForNobodyForever() throws Exception {
        var drain = Duration.ofMillis(500);
        try (var server = step().start(withDrainTimeout(settings(), drain), clientsAtOnce());
                var whoDoesNotRead = RawClient.to(server.address());
                var whoDoesNotSend = RawClient.to(server.address());
                var other = RawClient.to(server.address())) {
            whoDoesNotRead.request("GET " + Site.fileOfSize(BIG) + " HTTP/1.1", "Host: a");
            whoDoesNotSend.send("GET /hello");
            assertThat(other.get("/hello.txt").text()).isEqualTo(Site.GREETING);

            closeWithin(drain.plusSeconds(3), server);
        }
    }

    @Test
    void aServerCanBeClosedTwice() throws Exception {
        closeWithin(SOON);
        closeWithin(SOON);
        awaitThatNobodyIsLetIn();
    }

    private void closeWithin(Duration bound) throws Exception {
        closeWithin(bound, server());
    }

    private static void closeWithin(Duration bound, Server server) throws Exception {
        CompletableFuture.runAsync(server::close, Thread::startVirtualThread)
                .get(bound.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void awaitThatNobodyIsLetIn() {
        await().until(() -> RawClient.isRefusedBy(server().address()));
    }
}
