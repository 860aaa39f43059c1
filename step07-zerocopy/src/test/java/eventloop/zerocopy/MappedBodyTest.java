package eventloop.zerocopy;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--large-files mapped` sends the same bytes on another way.
class MappedBodyTest {
    private static final int SIZE = 16 * 1024 * 1024 + 7;

    private final byte[] content = new byte[SIZE];
    @TempDir private Path root;

    @BeforeEach
    void makeFiles() throws Exception {
        new Random(7).nextBytes(content);
        Files.write(root.resolve("large.bin"), content);
        Files.writeString(root.resolve("small.txt"), "small");
    }

    @Test
    void everyByteArrives() throws Exception {
        try (var server = mapping();
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/large.bin").body()).isEqualTo(content);
            assertThat(client.get("/large.bin").body()).isEqualTo(content);
        }
    }

    @Test
    void aPartIsSentFromWhereItBegins() throws Exception {
        try (var server = mapping();
                var client = RawClient.to(server.address())) {
            var part = client.get("/large.bin", "Range: bytes=5000001-6000000");

            assertThat(part.status()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 5_000_001, 6_000_001));
        }
    }

    @Test
    void aFileThatShrinksOnItsWayEndsItsConnectionOnly() throws Exception {
        try (var server = mapping();
                var client = RawClient.withLittleRoom(server.address());
                var other = RawClient.to(server.address())) {
            client.request("GET /large.bin HTTP/1.1", "Host: localhost");
            assertThat(client.readHead().contentLength()).isEqualTo(SIZE);
            int left = SIZE - 8 * 1024 * 1024;
            try (var file = FileChannel.open(root.resolve("large.bin"), StandardOpenOption.WRITE)) {
                file.truncate(left);
            }

            var received = client.readToEnd();
            assertThat(received.length).isLessThanOrEqualTo(left);
            assertThat(received).isEqualTo(Arrays.copyOf(content, received.length));
            assertThat(other.get("/small.txt").text()).isEqualTo("small");
        }
    }

    private Server mapping() throws Exception {
        return Main.start(
                TestSettings.serving(root),
                CommandLine.parse(Main.OPTIONS, SendingWay.OPTION.name(), "mapped"));
    }
}
