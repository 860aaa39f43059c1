package eventloop.threadpool;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.blocking.BlockingServer;
import eventloop.contract.RawClient;
import eventloop.crowd.Crowd;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One thread and several clients: who waits, for how long, and what becomes of them.
class ClientsInTheQueueTest {
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());

    private final CountDownLatch holding = new CountDownLatch(1);
    private ThreadPool<Runnable> pool;

    private Server serverWithOneThread() throws IOException {
        return serverWithOneThread(serving(Path.of(".")));
    }

    private Server serverWithOneThread(Settings settings) throws IOException {
        Handler handler =
                (request, reply) -> {
                    var path = request.path().path();
                    if (path.contains("fault")) {
                        throw new AssertionError("a test's own error");
                    }
                    if (path.contains("hold")) {
                        awaitRelease();
                    }
                    served.add(path);
                    reply.send(Response.of(Status.OK).withBody(BytesBody.of(path)));
                };
        pool = ThreadPool.start("connection", 1, 100, new FirstComeFirstServed<>());
        return BlockingServer.start(settings, handler, new PooledThreads(pool));
    }

    private void awaitRelease() {
        try {
            holding.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void areServedInTheirOrderAsOthersFinish() throws Exception {
        try (var server = serverWithOneThread();
                var holder = RawClient.to(server.address());
                var crowd = Crowd.of(20, server.address())) {
            var expected = new ArrayList<String>();
            for (var client : crowd.clients()) {
                var path = "/" + expected.size();
                client.request("GET " + path + " HTTP/1.1", "Host: a");
                expected.add(path);
            }
            assertThat(served).isEmpty();
            holder.close();
            for (var client : crowd.clients()) {
                assertThat(client.read().status()).isEqualTo(200);
                client.close();
            }
            assertThat(served).isEqualTo(expected);
        }
    }

    /// Time itself is what has to pass here.
    @Test
    @Tag("timing")
    void areNotIdleHoweverLongTheyWait() throws Exception {
        var idle = Duration.ofMillis(500);
        var longer = Duration.ofHours(1);
        var settings = withTimeouts(serving(Path.of(".")), idle, longer, longer);
        try (var server = serverWithOneThread(settings);
                var holder = RawClient.to(server.address());
                var queued = RawClient.to(server.address())) {
            holder.request("GET /hold HTTP/1.1", "Host: a");
            queued.request("GET /queued HTTP/1.1", "Host: a");
            long begin = System.nanoTime();
            await().until(() -> System.nanoTime() - begin > 3 * idle.toNanos());
            holding.countDown();
            assertThat(holder.read().text()).isEqualTo("/hold");
            assertThat(queued.read().text()).isEqualTo("/queued");
        }
    }

    @Test
    void areAnsweredThoughTheServerEnds() throws Exception {
        try (var server = serverWithOneThread();
                var holder = RawClient.to(server.address());
                var queued = RawClient.to(server.address())) {
            holder.request("GET /hold HTTP/1.1", "Host: a");
            queued.request("GET /queued HTTP/1.1", "Host: a");
            await().until(() -> pool.waiting() == 1);
            var closing = CompletableFuture.runAsync(server::close, Thread::startVirtualThread);
            await().until(() -> RawClient.isRefusedBy(server.address()));
            holding.countDown();
            assertThat(holder.read().text()).isEqualTo("/hold");
            var answer = queued.read();
            assertThat(answer.text()).isEqualTo("/queued");
            assertThat(answer.header("Connection")).isEqualTo("close");
            closing.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void keepTheirConnectionWhileNobodyElseWaits() throws Exception {
        try (var server = serverWithOneThread();
                var client = RawClient.to(server.address())) {
            for (int i = 0; i < 100; i++) {
                assertThat(client.get("/").has("Connection")).isFalse();
            }
        }
    }

    @Test
    void giveTheirThreadAwayWithTheNextAnswerOnceSomebodyWaits() throws Exception {
        try (var server = serverWithOneThread();
                var first = RawClient.to(server.address())) {
            first.get("/");
            try (var second = RawClient.to(server.address())) {
                await().until(() -> first.get("/").header("Connection").equals("close"));
                first.expectEnd();
                first.close();
                assertThat(second.get("/").has("Connection")).isFalse();
            }
        }
    }

    @Test
    void doNotFeelThatTheRequestBeforeThemHasFailed() throws Exception {
        try (var server = serverWithOneThread()) {
            for (int i = 0; i < 20; i++) {
                try (var unlucky = RawClient.to(server.address());
                        var next = RawClient.to(server.address())) {
                    unlucky.request("GET /fault HTTP/1.1", "Host: a");
                    next.request("GET /next HTTP/1.1", "Host: a");
                    assertThat(unlucky.read().status()).isEqualTo(500);
                    unlucky.close();
                    assertThat(next.read().text()).isEqualTo("/next");
                }
            }
        }
    }
}
