package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.Age;
import eventloop.contract.Change;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.http.HttpDate;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// However a file is changed, and whatever its times are made to say: nobody gets the old content for the new.
class IdentityTest {
    @TempDir private Path root;
    @TempDir private Path elsewhere;
    private Server server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server =
                Main.start(
                        TestSettings.serving(root),
                        CommandLine.parse(
                                Main.OPTIONS, "--cache-freshness=0", "--cache-staleness=0"));
        client = RawClient.to(server.address());
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void theNewContentIsServedAndTheOldTagIsOfNoUse(Change change) throws Exception {
        var file = file("a", "41");
        var old = client.get("/a");
        assertThat(old.text()).isEqualTo("41");
        assertThat(old.header("ETag")).isNotEmpty();

        change.apply(file, "42", elsewhere.resolve("other"));

        assertThat(client.get("/a").text()).isEqualTo("42");
        var answer = client.get("/a", "If-None-Match: " + old.header("ETag"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("42");
    }

    @Test
    void aFileWhoseTimeLiesAheadHasATagThatStays() throws Exception {
        var file = file("ahead", "content");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(1))));
        Age.await(file);
        var first = client.get("/ahead");
        assertThat(first.header("ETag")).isNotEmpty();
        assertThat(first.has("Last-Modified")).isFalse();
        assertThat(client.get("/ahead").header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(client.get("/ahead", "If-None-Match: " + first.header("ETag")).status())
                .isEqualTo(304);
    }

    /// Or another version of this second would have the same date, and who knows the date only would never get it.
    @Test
    void aFileHasNoDateBeforeTheSecondOfItsChangeIsOver() throws Exception {
        var file = file("young", "content");
        var soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusMillis(1_100);
        Files.setLastModifiedTime(file, FileTime.from(soon));
        var dated = await().until(() -> client.get("/young"), one -> one.has("Last-Modified"));
        assertThat(dated.header("Last-Modified")).isEqualTo(HttpDate.format(soon));
        assertThat(DateParser.parse(dated.header("Date")).orElseThrow()).isAfter(soon);
    }

    private Path file(String name, String content) throws Exception {
        var file = Files.writeString(root.resolve(name), content);
        Files.setLastModifiedTime(file, Change.LONG_AGO);
        Age.await(file);
        return file;
    }
}
