package eventloop.exercises.step05.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.exercises.step05.SlowFile;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.workers.WorkerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@Tag("5.3")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HealthyChainTest {
    private final SlowFile slowFile = new SlowFile();

    @TempDir private Path site;
    private Server server;

    /// One helper, and nobody may wait for it.
    @BeforeEach
    void start() throws Exception {
        Files.writeString(site.resolve("index.html"), "a page");
        Files.writeString(site.resolve(SlowFile.NAME), "slow");
        server =
                Main.start(
                        TestSettings.withDisk(TestSettings.serving(site), slowFile),
                        CommandLine.parse(
                                WorkerOptions.ALL, "--workers", "1", "--worker-queue", "0"));
    }

    @AfterEach
    void stop() {
        slowFile.beRead();
        server.close();
    }

    @Test
    @Order(1)
    @DisplayName("/health answers")
    @Why("somebody asks for it every few seconds")
    void answers() throws Exception {
        try (var client = RawClient.to(server.address())) {
            var answer = client.get("/health");
            assertThat(answer.status()).as("status").isEqualTo(200);
            assertThat(answer.text()).as("text").isNotBlank();
        }
    }

    @Test
    @Order(2)
    @DisplayName("everything else comes from the next handler")
    @Why("a handler that wraps another one leaves it what is not its own")
    void others() throws Exception {
        try (var client = RawClient.to(server.address())) {
            assertThat(client.get("/").text()).as("page").isEqualTo("a page");
            for (var path : List.of("/healthy", "/docs/health")) {
                // The helper has sent the page, and takes a moment to be free again.
                int status =
                        await().atMost(Duration.ofSeconds(5))
                                .until(() -> client.get(path).status(), it -> it != 503);
                assertThat(status).as("status of " + path).isEqualTo(404);
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("/health answers while the only helper waits for the disk")
    @Why("it says that the loop turns, not that a helper is free")
    void whileBusy() throws Exception {
        try (var slow = RawClient.to(server.address());
                var client = RawClient.to(server.address())) {
            slow.request("GET /" + SlowFile.NAME + " HTTP/1.1", "Host: a");
            slowFile.awaitReader();
            assertThat(client.get("/").status()).as("status of /").isEqualTo(503);
            assertThat(client.get("/health").status()).as("status of /health").isEqualTo(200);
        }
    }
}
