package eventloop.zerocopy;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.RawResponse;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts of files that lie in memory, small ones in the heap and larger ones outside.
class CachedRangesTest {
    /// More than goes in one turn.
    private static final int LARGE = 900_000;

    private final byte[] content = new byte[LARGE];
    @TempDir private Path root;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        new Random(7).nextBytes(content);
        server = Main.start(Settings.serving(root), CommandLine.parse(Main.OPTIONS));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 16 << 10, LARGE})
    void aPartComesFromDiskAndFromMemory(int size) throws Exception {
        file("file.bin", size);
        try (var client = RawClient.to(server.address())) {
            for (int i = 0; i < 3; i++) {
                expectPart(client, "file.bin", size - 200, size - 101);
            }
        }
    }

    private void expectPart(RawClient client, String name, int first, int last) throws IOException {
        RawResponse response = client.get("/" + name, "Range: bytes=%d-%d".formatted(first, last));
        assertThat(response.status()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(content, first, last + 1));
    }

    private void file(String name, int size) throws IOException {
        Files.write(root.resolve(name), Arrays.copyOf(content, size));
    }
}
