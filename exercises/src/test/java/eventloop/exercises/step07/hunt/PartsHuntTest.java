package eventloop.exercises.step07.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.RawResponse;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.zerocopy.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is promised to somebody who asks for a part of a file? Write a test for each promise.
@Tag("7.4")
class PartsHuntTest {
    private static final int LARGE = 2 << 20;

    @TempDir private Path site;
    private Server server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(site.resolve("alphabet.txt"), "abcdefghijklmnopqrstuvwxyz");
        var large = new byte[LARGE];
        for (int n = 0; n < LARGE; n++) {
            large[n] = (byte) (n % 251);
        }
        Files.write(site.resolve("large.bin"), large);
        server = Main.start(TestSettings.serving(site), CommandLine.parse(Main.OPTIONS));
        client = RawClient.to(server.address());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void theBeginning() throws Exception {
        assertThat(get("/alphabet.txt", "bytes=0-2").text()).isEqualTo("abc");
    }

    private RawResponse get(String file, String range) throws IOException {
        return client.get(file, "Range: " + range);
    }
}
