package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.contract.ServerProcess;
import eventloop.contract.TestSettings;
import eventloop.files.SlowDisk;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Large files travel in pieces, each fetched by a helper when the one before it has gone.
class FetchedBodyTest {
    private static final int SIZE = 8 * 1024 * 1024 + 123;

    private final byte[] content = new byte[SIZE];
    @TempDir private Path root;

    @BeforeEach
    void makeFiles() throws Exception {
        new Random(5).nextBytes(content);
        Files.write(root.resolve("large.bin"), content);
        Files.writeString(root.resolve("small.txt"), "small");
    }

    @Test
    void thePiecesMakeTheWhole() throws Exception {
        try (var server = start();
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/large.bin").body()).isEqualTo(content);
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsNoHelper() throws Exception {
        try (var server = start("--workers", "1", "--worker-queue", "0");
                var slow = RawClient.withLittleRoom(server.address());
                var other = RawClient.to(server.address())) {
            slow.request("GET /large.bin HTTP/1.1", "Host: localhost");
            assertThat(slow.readHead().contentLength()).isEqualTo(SIZE);

            await().until(() -> other.get("/small.txt").status() == 200);
            assertThat(slow.readBytes(SIZE)).isEqualTo(content);
        }
    }

    @Test
    void aFileThatShrinksEndsItsConnectionShortAndNoOther() throws Exception {
        try (var server = start();
                var client = RawClient.withLittleRoom(server.address());
                var other = RawClient.to(server.address())) {
            client.request("GET /large.bin HTTP/1.1", "Host: localhost");
            assertThat(client.readHead().contentLength()).isEqualTo(SIZE);
            truncate(root.resolve("large.bin"), SIZE / 2);

            assertThat(client.readToEnd().length).isLessThan(SIZE);
            assertThat(other.get("/small.txt").text()).isEqualTo("small");
        }
    }

    @Test
    void whatFailsBehindTheBeginningIsLogged() throws Exception {
        try (var server = ServerProcess.start(Main.class, "--port=0", "--root=" + root);
                var client = RawClient.withLittleRoom(server.address())) {
            client.request("GET /large.bin HTTP/1.1", "Host: localhost");
            client.readHead();
            truncate(root.resolve("large.bin"), SIZE / 2);
            client.readToEnd();

            assertThat(server.errors()).singleElement().asString().contains("large.bin");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "counts descriptors in /proc")
    void clientsThatGoAwayLeaveNoFileOpen() throws Exception {
        try (var server = start()) {
            for (int i = 0; i < 50; i++) {
                try (var client = RawClient.withLittleRoom(server.address())) {
                    client.request("GET /large.bin HTTP/1.1", "Host: localhost");
                    client.readHead();
                    client.reset();
                }
            }
            await().until(() -> descriptorsOf("large.bin") == 0);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "counts descriptors in /proc")
    void whatAHelperBringsWhenTheServerHasEndedIsClosed() throws Exception {
        Files.write(root.resolve("slow.bin"), content);
        try (var gate = new Gate()) {
            var server = startImpatient(gate);
            try (server;
                    var client = RawClient.to(server.address())) {
                client.request("GET /slow.bin HTTP/1.1", "Host: localhost");
                await().until(() -> gate.arrived() == 1);
            }
            assertThat(descriptorsOf("slow.bin")).isOne();
            gate.open();
            await().until(() -> descriptorsOf("slow.bin") == 0);
        }
    }

    /// One client's next piece is being read, and another's waits for the only helper.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "counts descriptors in /proc")
    void whoseNextPieceIsOnItsWayWhenTheServerEndsLeavesNoFileOpen() throws Exception {
        Files.write(root.resolve("slow.bin"), content);
        try (var gate = new Gate()) {
            var begun = new AtomicBoolean();
            SlowDisk afterTheBeginning =
                    file -> {
                        if (file.endsWith("slow.bin") && begun.getAndSet(true)) {
                            gate.delay(file);
                        }
                    };
            var server = startImpatient(afterTheBeginning, "--workers", "1");
            try (server;
                    var one = RawClient.withLittleRoom(server.address());
                    var another = RawClient.to(server.address())) {
                one.request("GET /large.bin HTTP/1.1", "Host: localhost");
                one.readHead();
                another.request("GET /slow.bin HTTP/1.1", "Host: localhost");
                await().until(() -> gate.arrived() == 1);
                one.readBytes(FetchingResponder.BEGINNING);
            }
            assertThat(descriptorsOf("slow.bin")).isOne();
            gate.open();
            await().until(() -> descriptorsOf("slow.bin") + descriptorsOf("large.bin") == 0);
        }
    }

    /// No helper has it yet, and none will close it.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "counts descriptors in /proc")
    void whoseNextPieceWaitsForAFreeHelperWhenTheServerEndsLeavesNoFileOpen() throws Exception {
        Files.writeString(root.resolve("slow.txt"), "slow");
        try (var gate = new Gate()) {
            var server = startImpatient(gate, "--workers", "1", "--worker-queue", "0");
            try (server;
                    var one = RawClient.withLittleRoom(server.address());
                    var another = RawClient.to(server.address())) {
                one.request("GET /large.bin HTTP/1.1", "Host: localhost");
                one.readHead();
                await().until(() -> {
                    another.request("GET /slow.txt HTTP/1.1", "Host: localhost");
                    return gate.arrived() == 1;
                });
                one.readBytes(FetchingResponder.BEGINNING);
            }
            await().until(() -> descriptorsOf("large.bin") == 0);
            gate.open();
        }
    }

    private static long descriptorsOf(String name) throws IOException {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(descriptor -> leadsTo(descriptor, name)).count();
        }
    }

    private static boolean leadsTo(Path descriptor, String name) {
        try {
            return Files.readSymbolicLink(descriptor).endsWith(name);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static void truncate(Path file, long size) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private Server startImpatient(SlowDisk disk, String... options) throws Exception {
        var settings = TestSettings.withDisk(TestSettings.serving(root), disk);
        return Main.start(
                TestSettings.withDrainTimeout(settings, Duration.ZERO),
                CommandLine.parse(Main.OPTIONS, options));
    }

    private Server start(String... options) throws Exception {
        return Main.start(TestSettings.serving(root), CommandLine.parse(Main.OPTIONS, options));
    }
}
