package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is in memory does not wait for helpers, though it is time to look whether it is still good.
class BusyHelpersTest {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger readsOfHot = new AtomicInteger();
    @TempDir private Path root;

    @BeforeEach
    void makeFiles() throws Exception {
        Files.writeString(root.resolve("slow.txt"), "slow");
        Age.await(Files.writeString(root.resolve("hot.txt"), "hot"));
    }

    /// With room in the line, and without.
    @ParameterizedTest
    @ValueSource(strings = {"1000", "0"})
    void aPageInMemoryIsServedWhileTheOnlyHelperIsHeld(String line) throws Exception {
        try (var server =
                        start(
                                "--worker-queue=" + line,
                                "--cache-freshness=0",
                                "--cache-staleness=3600");
                var client = RawClient.to(server.address());
                var slow = RawClient.to(server.address())) {
            assertThat(client.get("/hot.txt").text()).isEqualTo("hot");
            holdTheHelper(slow);
            for (int i = 0; i < 100; i++) {
                assertThat(client.get("/hot.txt").text()).isEqualTo("hot");
            }
            opened.countDown();
            assertThat(slow.read().text()).isEqualTo("slow");
        }
    }

    /// Nothing is known of the file that would make what is stored untrue.
    @Test
    void butNoLongerThanTheOptionsAllowAndThenItIsConfirmedAndNotReadAnew() throws Exception {
        try (var server = start("--worker-queue=0", "--cache-freshness=0", "--cache-staleness=0");
                var client = RawClient.to(server.address());
                var slow = RawClient.to(server.address())) {
            assertThat(client.get("/hot.txt").text()).isEqualTo("hot");
            holdTheHelper(slow);
            assertThat(client.get("/hot.txt").status()).isEqualTo(503);
            opened.countDown();
            assertThat(slow.read().text()).isEqualTo("slow");
            await().until(() -> client.get("/hot.txt").status() == 200);
            assertThat(readsOfHot).hasValue(1);
        }
    }

    private void holdTheHelper(RawClient slow) throws Exception {
        slow.request("GET /slow.txt HTTP/1.1", "Host: localhost");
        await().until(() -> held.get() == 1);
    }

    private Server start(String... options) throws Exception {
        var all = Stream.concat(Stream.of("--workers=1"), Stream.of(options));
        var settings = TestSettings.withDisk(TestSettings.serving(root), this::hold);
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, all.toArray(String[]::new)));
    }

    private void hold(Path file) {
        if (file.endsWith("slow.txt")) {
            held.incrementAndGet();
            try {
                opened.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        } else {
            readsOfHot.incrementAndGet();
        }
    }
}
