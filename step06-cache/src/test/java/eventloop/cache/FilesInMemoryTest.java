package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All that are smaller than 1 MiB lie outside the heap. Small ones are copied behind their head; larger ones leave from
/// where they lie. Nobody can tell from the bytes.
class FilesInMemoryTest {
    private static final int LARGEST = (1 << 20) - 1;

    private final byte[] content = new byte[LARGEST];
    private final AtomicInteger reads = new AtomicInteger();
    @TempDir private Path root;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        new Random(6).nextBytes(content);
        var settings =
                TestSettings.withDisk(TestSettings.serving(root), _ -> reads.incrementAndGet());
        server = Main.start(settings, CommandLine.parse(Main.OPTIONS, "--cache-freshness=3600"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (16 << 10) - 1, 16 << 10, 256 << 10, (256 << 10) + 1, LARGEST})
    void everyByteArrivesFromDiskAndFromMemory(int size) throws Exception {
        var expected = file("file.bin", size);
        try (var client = RawClient.to(server.address())) {
            assertThat(client.get("/file.bin").body()).isEqualTo(expected);
            reads.set(0);
            assertThat(client.get("/file.bin").body()).isEqualTo(expected);
            assertThat(reads).hasValue(0);
        }
    }

    @Test
    void aFileOfOneMebibyteIsReadEachTime() throws Exception {
        var expected = file("file.bin", LARGEST + 1);
        try (var client = RawClient.to(server.address())) {
            assertThat(client.get("/file.bin").body()).isEqualTo(expected);
            reads.set(0);
            assertThat(client.get("/file.bin").body()).isEqualTo(expected);
            assertThat(reads).hasPositiveValue();
        }
    }

    @Test
    void aClientThatReadsSlowlyAndOneThatDoesNotGetTheSameBytesFromOneCopy() throws Exception {
        var expected = file("file.bin", LARGEST);
        try (var slow = RawClient.withLittleRoom(server.address());
                var quick = RawClient.to(server.address())) {
            slow.request("GET /file.bin HTTP/1.1", "Host: localhost", "Connection: close");
            assertThat(slow.readHead().contentLength()).isEqualTo(LARGEST);
            assertThat(quick.get("/file.bin").body()).isEqualTo(expected);
            assertThat(slow.readToEnd()).isEqualTo(expected);
        }
    }

    private byte[] file(String name, int size) throws Exception {
        var bytes = Arrays.copyOf(content, size);
        // Old enough for a tag: what has none is read anew after a second.
        Age.await(Files.write(root.resolve(name), bytes));
        return bytes;
    }
}
