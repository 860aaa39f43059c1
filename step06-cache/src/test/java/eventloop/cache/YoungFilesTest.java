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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that was read within the moment of its change comes without validators. A cache that may keep it for an hour
/// does not keep it like that.
class YoungFilesTest {
    @TempDir private Path root;
    private Server server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server =
                Main.start(
                        TestSettings.serving(root),
                        CommandLine.parse(Main.OPTIONS, "--cache-freshness=3600"));
        client = RawClient.to(server.address());
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void whatIsKeptWithoutValidatorsHasThemSoon() throws Exception {
        var path = keptWithoutTag();
        await().until(() -> client.get(path).has("ETag"));
        await().until(() -> client.get(path).has("Last-Modified"));
    }

    /// As many files as it takes: the test may be slower than they grow old.
    private String keptWithoutTag() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            var name = "young-" + i + ".txt";
            Files.writeString(root.resolve(name), "content");
            if (!client.get("/" + name).has("ETag")) {
                return "/" + name;
            }
        }
        throw new AssertionError("every file had a tag at once");
    }

    @Test
    void whatIsKeptWithATagAloneHasItsDateSoonAndIsTheSame() throws Exception {
        var file = Files.writeString(root.resolve("ahead.txt"), "content");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
        Age.await(file);
        var tag = client.get("/ahead.txt").header("ETag");
        assertThat(tag).isNotEmpty();

        var dated = await().until(() -> client.get("/ahead.txt"), one -> one.has("Last-Modified"));

        assertThat(dated.values("ETag")).containsExactly(tag);
        assertThat(dated.values("Last-Modified")).hasSize(1);
        assertThat(dated.text()).isEqualTo("content");
    }
}
