package eventloop.cache;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withDisk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.selector.LoopBuffers;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that many want is read once. Before this step every request read it anew.
class WhatTheCacheBuysTest {
    private static final int CLIENTS = 1_000;

    /// Every read of a file's bytes counts, and waits until the test lets it through.
    private final AtomicInteger reads = new AtomicInteger();

    private final Semaphore mayRead = new Semaphore(0);
    @TempDir private Path root;

    @BeforeEach
    void makeFile() throws Exception {
        write("hot.txt", "hot");
        Age.await(root.resolve("hot.txt"));
    }

    @Test
    void aThousandFirstRequestsAtOnceReadTheFileOnce() throws Exception {
        try (var server = step6()) {
            askAllAtOnce(server);
            assertThat(reads).hasValue(1);
        }
    }

    @Test
    void onStep5AThousandRequestsReadItAThousandTimes() throws Exception {
        try (var server =
                eventloop.workers.Main.start(
                        settings(), CommandLine.parse(eventloop.workers.Main.OPTIONS))) {
            askAllAtOnce(server);
            assertThat(reads).hasValue(CLIENTS);
        }
    }

    private void askAllAtOnce(Server server) throws Exception {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < CLIENTS; i++) {
            var client = RawClient.to(server.address());
            client.request("GET /hot.txt HTTP/1.1", "Host: localhost");
            clients.add(client);
        }
        await().until(() -> reads.get() > 0);
        mayRead.release(CLIENTS);
        for (var client : clients) {
            assertThat(client.read().text()).isEqualTo("hot");
            client.close();
        }
    }

    /// They ask for one path, so one look at the disk is enough for both; but each has a query of its own.
    @Test
    void whoWaitsWithOthersIsRedirectedWithTheOwnQuery() throws Exception {
        Files.createDirectory(root.resolve("docs"));
        try (var server = step6("--workers", "1");
                var holder = RawClient.to(server.address());
                var one = RawClient.to(server.address());
                var other = RawClient.to(server.address())) {
            holder.request("GET /hot.txt HTTP/1.1", "Host: localhost");
            await().until(() -> reads.get() > 0);
            one.request("GET /docs?token=secret HTTP/1.1", "Host: localhost");
            other.request("GET /docs?b=2 HTTP/1.1", "Host: localhost");
            expectLoopHasSeenAllThatCameBefore(server);
            mayRead.release();
            assertThat(one.read().header("Location")).isEqualTo("/docs/?token=secret");
            assertThat(other.read().header("Location")).isEqualTo("/docs/?b=2");
        }
    }

    /// As on step 5: the cache, which stands between, does not hide that nobody waits any more.
    @Test
    void whatOnlyThoseWaitForWhoHaveGoneIsNotRead() throws Exception {
        write("cold.txt", "cold");
        try (var server = step6("--workers", "1");
                var holder = RawClient.to(server.address());
                var gone = RawClient.to(server.address())) {
            holder.request("GET /hot.txt HTTP/1.1", "Host: localhost");
            await().until(() -> reads.get() > 0);
            gone.request("GET /cold.txt HTTP/1.1", "Host: localhost");
            expectLoopHasSeenAllThatCameBefore(server);
            gone.reset();
            expectLoopHasSeenAllThatCameBefore(server);
            mayRead.release(2);
            assertThat(holder.read().text()).isEqualTo("hot");
            // The only helper comes to this when it has come past the other.
            assertThat(holder.get("/none.txt").status()).isEqualTo(404);
            assertThat(reads).hasValue(1);
        }
    }

    /// As on step 5: what is left of a file is fetched for those who wait for it. Each piece is a trip to the only
    /// helper, and the last of these answers comes when it has come past whatever was asked for before.
    @Test
    void theRestOfAFileIsNotReadForThoseWhoHaveGone() throws Exception {
        write("cold.bin", "x".repeat(6 * LoopBuffers.OUTPUT_SIZE));
        try (var server = step6("--workers", "1");
                var other = RawClient.to(server.address());
                var gone = RawClient.to(server.address())) {
            gone.request("GET /cold.bin HTTP/1.1", "Host: localhost");
            await().until(() -> reads.get() == 1);
            gone.reset();
            expectLoopHasSeenAllThatCameBefore(server);
            mayRead.release(10);
            for (int i = 0; i < 10; i++) {
                assertThat(other.get("/none-" + i).status()).isEqualTo(404);
            }
            assertThat(reads).hasValue(1);
        }
    }

    /// What needs no helper is answered by the loop itself, in its turn.
    private static void expectLoopHasSeenAllThatCameBefore(Server server) throws Exception {
        try (var client = RawClient.to(server.address())) {
            client.request("DELETE /hot.txt HTTP/1.1", "Host: localhost");
            assertThat(client.read().status()).isEqualTo(405);
        }
    }

    @Test
    void anUnchangedFileIsNotReadAgainWhenItIsCheckedAgain() throws Exception {
        mayRead.release(1);
        try (var server = step6("--cache-freshness", "0", "--cache-staleness", "0");
                var client = RawClient.to(server.address())) {
            for (int i = 0; i < 100; i++) {
                assertThat(client.get("/hot.txt").text()).isEqualTo("hot");
            }
            assertThat(reads).hasValue(1);
        }
    }

    /// Nobody asks meanwhile, for that would have it confirmed at half-time.
    @Test
    void aChangedFileIsSeenWithinTheStatedTime() throws Exception {
        mayRead.release(1_000);
        try (var server = step6("--cache-freshness", "0.3", "--cache-staleness", "0");
                var client = RawClient.to(server.address())) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.get("/hot.txt").status()).isEqualTo(200);
                write("hot.txt", "new" + i);
                long stated = System.nanoTime() + Duration.ofMillis(300).toNanos();
                await().until(() -> System.nanoTime() > stated);
                assertThat(client.get("/hot.txt").text()).isEqualTo("new" + i);
            }
        }
    }

    @Test
    void aFileThatGoesIsGoneAndOneThatComesIsThere() throws Exception {
        mayRead.release(1_000);
        try (var server = step6("--cache-freshness", "0", "--cache-staleness", "0");
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/hot.txt").status()).isEqualTo(200);
            Files.delete(root.resolve("hot.txt"));
            assertThat(client.get("/hot.txt").status()).isEqualTo(404);
            write("hot.txt", "back");
            assertThat(client.get("/hot.txt").text()).isEqualTo("back");
        }
    }

    /// What is not kept is not read either, where nobody asks for its bytes.
    @Test
    void theHeadOfALargeFileNeedsNoneOfItsBytes() throws Exception {
        int size = 2 << 20;
        Files.write(root.resolve("large.bin"), new byte[size]);
        try (var server = step6();
                var client = RawClient.to(server.address())) {
            assertThat(client.head("/large.bin").contentLength()).isEqualTo(size);
            assertThat(reads).hasValue(0);
        }
    }

    @Test
    void allSpellingsOfAPathAreOneEntry() throws Exception {
        mayRead.release(1);
        try (var server = step6();
                var client = RawClient.to(server.address())) {
            var spellings =
                    new String[] {
                        "/hot.txt", "/%68ot.txt", "/./hot.txt", "//hot.txt", "/x/../hot.txt"
                    };
            for (var spelling : spellings) {
                assertThat(client.get(spelling).text()).isEqualTo("hot");
            }
            for (int i = 0; i < 5_000; i++) {
                assertThat(client.get("/hot.txt?" + i).text()).isEqualTo("hot");
            }
            assertThat(reads).hasValue(1);
        }
    }

    @Test
    void aReadThatFailsAnswersAllWhoWaitForItAndTheNextIsTriedAnew() throws Exception {
        var failing = new AtomicInteger(1);
        var settings =
                withDisk(
                        serving(root),
                        file -> {
                            reads.incrementAndGet();
                            mayRead.acquireUninterruptibly();
                            if (failing.getAndDecrement() > 0) {
                                throw new IllegalStateException("test");
                            }
                        });
        try (var server = Main.start(settings, CommandLine.parse(Main.OPTIONS));
                var first = RawClient.to(server.address());
                var second = RawClient.to(server.address())) {
            first.request("GET /hot.txt HTTP/1.1", "Host: localhost");
            await().until(() -> reads.get() == 1);
            second.request("GET /hot.txt HTTP/1.1", "Host: localhost");
            expectLoopHasSeenAllThatCameBefore(server);
            mayRead.release(2);
            assertThat(first.read().status()).isEqualTo(500);
            assertThat(second.read().status()).isEqualTo(500);
            assertThat(first.get("/hot.txt").text()).isEqualTo("hot");
        }
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(root.resolve(name), text);
    }

    private Server step6(String... options) throws Exception {
        return Main.start(settings(), CommandLine.parse(Main.OPTIONS, options));
    }

    private Settings settings() {
        return withDisk(
                serving(root),
                file -> {
                    reads.incrementAndGet();
                    mayRead.acquireUninterruptibly();
                });
    }
}
