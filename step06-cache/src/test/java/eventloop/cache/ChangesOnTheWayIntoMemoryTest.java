package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is written anew while the cache takes it in, behind its first piece. Nobody gets a mixture of two versions.
class ChangesOnTheWayIntoMemoryTest {
    /// In bytes: several pieces, and small enough to be kept.
    private static final int SIZE = 900_000;

    /// So often the cache asks for a file, at most, before it gives up.
    private static final int ATTEMPTS = 3;

    private final AtomicInteger version = new AtomicInteger(1);
    private final AtomicInteger changesLeft = new AtomicInteger();
    private final AtomicInteger pieces = new AtomicInteger();
    @TempDir private Path root;

    @BeforeEach
    void makeFile() {
        write();
    }

    @Test
    void itIsReadAnewAndKept() throws Exception {
        changesLeft.set(1);
        try (var server = start();
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/file.bin").body()).isEqualTo(content());
            assertThat(version).hasValue(2);
            Files.delete(file());
            assertThat(client.get("/file.bin").body()).as("from memory").isEqualTo(content());
        }
    }

    @Test
    void whereItChangesEachTimeItsClientIsToldToComeAgain() throws Exception {
        changesLeft.set(ATTEMPTS);
        try (var server = start();
                var client = RawClient.to(server.address())) {
            var answer = client.get("/file.bin");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.has("Retry-After")).isTrue();
            assertThat(version).hasValue(1 + ATTEMPTS);
            assertThat(client.get("/file.bin").body()).isEqualTo(content());
        }
    }

    private Server start() throws Exception {
        var settings = TestSettings.withDisk(TestSettings.serving(root), _ -> changeWithSecond());
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, "--cache-freshness=3600"));
    }

    /// Each attempt reads the first piece and, while changes are left, fails with the second.
    private void changeWithSecond() {
        boolean isSecond = pieces.incrementAndGet() % 2 == 0;
        if (isSecond && changesLeft.getAndDecrement() > 0) {
            version.incrementAndGet();
            write();
        }
    }

    private void write() {
        try {
            // When this is over another change is told from it.
            Age.await(Files.write(file(), content()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file() {
        return root.resolve("file.bin");
    }

    private byte[] content() {
        var bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) version.get());
        return bytes;
    }
}
