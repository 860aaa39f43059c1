package eventloop.eventqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.blocking.BlockingServer;
import eventloop.blocking.ThreadPerConnection;
import eventloop.contract.RawClient;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.selector.Loop;
import eventloop.selector.LoopServer;
import eventloop.selector.SelectorLoop;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// One event at a time, so nobody can keep the loop to himself; time without a thread that waits for it;
/// and a door for other threads.
class WhatTheEventQueueBuysTest {
    private static final int BURST = 10_000;
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Settings SETTINGS = Settings.serving(Path.of("."));

    private static final int CROWD = 1_000;

    /// Gives up requests that do not arrive.
    private static final Settings IMPATIENT =
            SETTINGS.withTimeouts(
                    Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofSeconds(60));

    /// How many requests of the burst have been handled so far.
    private final AtomicInteger handled = new AtomicInteger();

    private final Handler answer =
            (request, reply) -> {
                if (request.path().path().equals("/burst")) {
                    handled.incrementAndGet();
                }
                reply.send(ok());
            };

    /// Step 3 answers all it has read from one client before it looks at the next: half a thousand requests
    /// of this burst. Here the burst's next request goes behind the other client's.
    @Test
    void aBurstOfTenThousandRequestsLetsOthersInBetween() throws Exception {
        var onStep3 = overtakenBy(new SelectorLoop());
        handled.set(0);
        var onStep4 = overtakenBy(new EventLoop());
        assertThat(percentile(onStep3, 50)).as("on step 3, median").isGreaterThan(100);
        assertThat(percentile(onStep4, 50)).as("on step 4, median").isLessThan(20);
        assertThat(percentile(onStep4, 99))
                .as("p99 on step 4, against step 3's")
                .isLessThan(percentile(onStep3, 99));
    }

    /// For each request that another client makes during a burst: how many of the burst's requests are
    /// handled before its answer is here.
    private List<Integer> overtakenBy(Loop loop) throws Exception {
        var overtaken = new ArrayList<Integer>();
        try (var server = LoopServer.start(SETTINGS, loop, answer);
                var other = RawClient.to(server.address())) {
            for (int round = 0; round < 5; round++) {
                try (var greedy = RawClient.to(server.address())) {
                    int start = handled.get();
                    var burst = CompletableFuture.runAsync(() -> sendAndReadBurst(greedy), THREADS);
                    while (handled.get() < start + BURST) {
                        int before = handled.get();
                        other.get("/other");
                        if (before > start) {
                            overtaken.add(handled.get() - before);
                        }
                    }
                    burst.join();
                }
            }
        }
        return overtaken.stream().sorted().toList();
    }

    private static void sendAndReadBurst(RawClient client) {
        try {
            var sender =
                    CompletableFuture.runAsync(
                            () ->
                                    send(
                                            client,
                                            "GET /burst HTTP/1.1\r\nHost: a\r\n\r\n".repeat(BURST)),
                            THREADS);
            for (int i = 0; i < BURST; i++) {
                client.read();
            }
            sender.join();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static void send(RawClient client, String text) {
        try {
            client.send(text);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static int percentile(List<Integer> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100);
    }

    @Test
    void aThousandHalfSentRequestsTimeOutWithoutAThreadEach() throws Exception {
        try (var server = LoopServer.start(IMPATIENT, new EventLoop(), answer)) {
            int threads = Thread.activeCount();
            try (var clients = halfSent(server)) {
                assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
                clients.expectTimeouts();
            }
        }
    }

    @Test
    void onStep1EachOfThemHoldsAThreadUntilThen() throws Exception {
        var threads = ThreadPerConnection.of(ThreadPerConnection.Kind.PLATFORM);
        try (var server = BlockingServer.start(IMPATIENT, answer, threads)) {
            int before = Thread.activeCount();
            try (var clients = halfSent(server)) {
                await().until(() -> Thread.activeCount() >= before + CROWD);
                clients.expectTimeouts();
            }
        }
    }

    private record Crowd(List<RawClient> clients) implements AutoCloseable {
        void expectTimeouts() throws Exception {
            for (var client : clients) {
                assertThat(client.read().status()).isEqualTo(408);
            }
        }

        @Override
        public void close() throws Exception {
            for (var client : clients) {
                client.close();
            }
        }
    }

    private static Crowd halfSent(Server server) throws Exception {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < CROWD; i++) {
            var client = RawClient.to(server.address());
            client.send("GET /half HTTP/1.1\r\nHo");
            clients.add(client);
        }
        return new Crowd(clients);
    }

    @Test
    void workHandedInFromAnotherThreadRunsOnTheLoop() throws Exception {
        var loop = new EventLoop();
        try (var server = LoopServer.start(SETTINGS, loop, answer)) {
            var thread = CompletableFuture.supplyAsync(Thread::currentThread, loop);
            assertThat(thread.get(10, TimeUnit.SECONDS).getName()).isEqualTo("event-loop");
        }
    }

    /// What a reply from elsewhere needs: the handler gives the request away, and the loop goes on.
    @Test
    void aReplyMayComeFromAnotherThreadByWayOfTheLoop() throws Exception {
        var loop = new EventLoop();
        var taken = new ArrayBlockingQueue<Reply>(1);
        Handler later =
                (request, reply) -> {
                    if (request.path().path().equals("/later")) {
                        taken.add(reply);
                    } else {
                        reply.send(ok());
                    }
                };
        try (var server = LoopServer.start(SETTINGS, loop, later);
                var waiting = RawClient.to(server.address());
                var other = RawClient.to(server.address())) {
            waiting.request("GET /later HTTP/1.1", "Host: a");
            var reply = taken.take();
            assertThat(other.get("/now").text()).isEqualTo("ok");
            assertThat(waiting.hasInput()).isFalse();
            loop.execute(() -> reply.send(ok()));
            assertThat(waiting.read().text()).isEqualTo("ok");
        }
    }

    @Test
    void step3HasNoDoorForOtherThreads() throws Exception {
        assertThat(new SelectorLoop()).isNotInstanceOf(Executor.class);
        assertThat(new EventLoop()).isInstanceOf(Executor.class);
    }

    private static Response ok() {
        return Response.of(Status.OK).withBody(BytesBody.of("ok"));
    }
}
