package eventloop.exercises.step03.brokenloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.selector.Main;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@Tag("3.5")
class BrokenLoopTest {
    private static final int LARGE = 16 << 20;

    @TempDir private Path site;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(site.resolve("small.txt"), "small");
        Files.write(site.resolve("large.bin"), new byte[LARGE]);
        server = Main.start(TestSettings.serving(site), CommandLine.parse(Main.OPTIONS));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPageIsAnswered() throws Exception {
        try (var client = RawClient.to(server.address())) {
            assertThat(client.get("/small.txt").text()).isEqualTo("small");
        }
    }

    private static void soon(Executable reading) {
        assertTimeoutPreemptively(Duration.ofMillis(1500), reading);
    }
}
