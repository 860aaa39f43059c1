package eventloop.exercises.step06.answers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.cache.Main;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Each question is put to the server of step 6.
@Tag("6.5")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswersTest {
    private static final String ITS_DATE = "Sat, 06 Jun 2026 12:00:00 GMT";

    @TempDir private Path site;
    private Server server;
    private String tag;

    @BeforeEach
    void start() throws Exception {
        var page = Files.writeString(site.resolve("page.html"), "a page");
        Files.setLastModifiedTime(page, FileTime.from(Instant.parse("2026-06-06T12:00:00Z")));
        server = Main.start(TestSettings.serving(site), CommandLine.parse(Main.OPTIONS));
        // A file that has only just been touched may change again within the same tick of its
        // clock, and has no tag yet.
        tag = Awaitility.await().until(this::currentTag, found -> !found.isEmpty());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String currentTag() throws Exception {
        try (var client = RawClient.to(server.address())) {
            var response = client.get("/page.html");
            return response.has("ETag") ? response.header("ETag") : "";
        }
    }

    @Test
    @Order(1)
    @DisplayName("1: the file's own tag")
    @Why("the client has what the server would send")
    void ownTag() throws Exception {
        expect(1, "If-None-Match: " + tag);
    }

    @Test
    @Order(2)
    @DisplayName("2: another tag")
    @Why("the client has another version")
    void otherTag() throws Exception {
        expect(2, "If-None-Match: \"v1\"");
    }

    @Test
    @Order(3)
    @DisplayName("3: two tags, of which one is the file's")
    @Why("a list means: I have one of these")
    void twoTags() throws Exception {
        expect(3, "If-None-Match: \"v1\", " + tag);
    }

    @Test
    @Order(4)
    @DisplayName("4: the file's tag, called weak")
    @Why("If-None-Match compares weakly (RFC 9110, 13.1.2)")
    void weakTag() throws Exception {
        expect(4, "If-None-Match: W/" + tag);
    }

    @Test
    @Order(5)
    @DisplayName("5: a star")
    @Why("it stands for any version there is")
    void star() throws Exception {
        expect(5, "If-None-Match: *");
    }

    @Test
    @Order(6)
    @DisplayName("6: the file's own date")
    @Why("it has not changed since")
    void ownDate() throws Exception {
        expect(6, "If-Modified-Since: " + ITS_DATE);
    }

    @Test
    @Order(7)
    @DisplayName("7: the day before")
    @Why("it has changed since")
    void dayBefore() throws Exception {
        expect(7, "If-Modified-Since: Fri, 05 Jun 2026 12:00:00 GMT");
    }

    @Test
    @Order(8)
    @DisplayName("8: another tag, and the file's own date")
    @Why("where both stand the tag rules (RFC 9110, 13.1.3)")
    void both() throws Exception {
        expect(8, "If-None-Match: \"v1\"", "If-Modified-Since: " + ITS_DATE);
    }

    private void expect(int question, String... headers) throws Exception {
        try (var client = RawClient.to(server.address())) {
            int status = client.get("/page.html", headers).status();
            assertThat(Answers.STATUS).as("your answers").hasSizeGreaterThanOrEqualTo(question);
            // Which status is the right one is not told before anything has been answered.
            assertThat(Answers.STATUS.get(question - 1))
                    .as("your answer, 200 or 304")
                    .isIn(200, 304);
            assertThat(Answers.STATUS.get(question - 1)).as("your answer").isEqualTo(status);
        }
    }
}
