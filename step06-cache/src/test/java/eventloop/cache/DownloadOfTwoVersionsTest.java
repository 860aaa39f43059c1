package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A large file changes while a client is half-way through it.
class DownloadOfTwoVersionsTest {
    private static final int SIZE = 32 << 20;

    private final byte[] old = filledWith(1);
    private final byte[] changed = filledWith(2);
    @TempDir private Path root;

    private Server start() throws Exception {
        return Main.start(TestSettings.serving(root), CommandLine.parse(Main.OPTIONS));
    }

    private static byte[] filledWith(int value) {
        var bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @BeforeEach
    void makeFile() throws Exception {
        Age.await(Files.write(root.resolve("large.bin"), old));
    }

    @Test
    void whoWouldGetBothIsCutOff() throws Exception {
        try (var server = start();
                var client = beginDownload(server)) {
            try (var file = FileChannel.open(root.resolve("large.bin"), StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(changed));
            }
            assertThat(client.readToEnd().length).isLessThan(SIZE);
            try (var another = RawClient.to(server.address())) {
                assertThat(another.get("/large.bin").body()).isEqualTo(changed);
            }
        }
    }

    @Test
    void aFileThatTakesTheNameOfTheOldOneLeavesItWhole() throws Exception {
        try (var server = start();
                var client = beginDownload(server)) {
            var other = Files.write(root.resolve("other.bin"), changed);
            Files.move(other, root.resolve("large.bin"), StandardCopyOption.ATOMIC_MOVE);
            assertThat(client.readBytes(SIZE)).isEqualTo(old);
            assertThat(client.get("/large.bin").body()).isEqualTo(changed);
        }
    }

    private static RawClient beginDownload(Server server) throws Exception {
        var client = RawClient.withLittleRoom(server.address());
        client.request("GET /large.bin HTTP/1.1", "Host: localhost");
        assertThat(client.readHead().contentLength()).isEqualTo(SIZE);
        return client;
    }
}
