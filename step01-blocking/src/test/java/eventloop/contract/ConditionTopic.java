package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that hold only if a file has changed, or has not (RFC 9110 §13). Each row says what a server
/// answers that sends validators; one that does not knows no conditions, and answers 200 with the file.
abstract class ConditionTopic extends Topic {
    private static final Instant CHANGED = Instant.parse("2024-02-29T12:00:00Z");

    ConditionTopic(HttpContract step) {
        super(step);
    }

    /// For all of them, since to grow old takes a while.
    @BeforeAll
    static void makeDatedFile() throws Exception {
        makeFile("dated.txt");
    }

    private static Path makeFile(String name) throws Exception {
        var file = Files.writeString(HttpContract.site().file(name), Site.GREETING);
        Files.setLastModifiedTime(file, FileTime.from(CHANGED));
        Age.await(file);
        return file;
    }

    @Test
    void aFileComesWithItsValidators() throws Exception {
        var response = get("/dated.txt");
        if (step().sendsValidators()) {
            assertThat(response.values("Last-Modified"))
                    .containsExactly("Thu, 29 Feb 2024 12:00:00 GMT");
            assertThat(response.values("ETag")).hasSize(1);
            assertThat(response.header("ETag")).matches("(W/)?\"[!#-~]*\"");
        } else {
            assertThat(response.has("Last-Modified")).isFalse();
            assertThat(response.has("ETag")).isFalse();
        }
    }

    /// `$E` stands for the file's own ETag, `$O` for what is within its quotes.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    304 | If-None-Match: $E
                    304 | If-None-Match: W/$E
                    304 | If-None-Match: "x", $E , "y"
                    304 | if-none-match: *
                    200 | If-None-Match: "x"
                    200 | If-None-Match: "x", W/"y"
                    304 | If-None-Match: "x",W/$E
                    200 | If-None-Match: "W/$O"
                    200 | If-None-Match: "$OW/", W/"W/$O"
                    304 | If-Modified-Since: Thu, 29 Feb 2024 12:00:00 GMT
                    304 | If-Modified-Since: Thu, 29 Feb 2024 12:00:01 GMT
                    304 | If-Modified-Since: Thursday, 29-Feb-24 12:00:00 GMT
                    304 | If-Modified-Since: Thu Feb 29 12:00:00 2024
                    200 | If-Modified-Since: Thu, 29 Feb 2024 11:59:59 GMT
                    200 | If-Modified-Since: yesterday
                    200 | If-Modified-Since: 1709208000
                    200 | If-None-Match: "x"~If-Modified-Since: Thu, 29 Feb 2024 12:00:00 GMT
                    304 | If-None-Match: $E~If-Modified-Since: Thu, 29 Feb 2024 11:00:00 GMT
                    200 | If-Match: *
                    200 | If-Match: $E
                    200 | If-Match: "x", $E
                    412 | If-Match: W/$E
                    412 | If-Match: "x"
                    200 | If-Unmodified-Since: Thu, 29 Feb 2024 12:00:00 GMT
                    412 | If-Unmodified-Since: Thu, 29 Feb 2024 11:59:59 GMT
                    200 | If-Unmodified-Since: tomorrow
                    200 | If-Match: *~If-Unmodified-Since: Thu, 29 Feb 2024 11:59:59 GMT
                    412 | If-Match: "x"~If-None-Match: $E
                    304 | If-Match: *~If-None-Match: $E
                    412 | If-Unmodified-Since: Thu, 29 Feb 2024 11:00:00 GMT~If-None-Match: $E
                    """)
    void conditionsAreMetInTheirOrder(int withValidators, String conditions) throws Exception {
        var client = connect();
        var etag = client.get("/dated.txt").header("ETag");
        var tag = etag.replaceFirst("^W/", "");
        var headers = conditions.replace("$E", tag).replace("$O", tag.replace("\"", "")).split("~");
        int status = step().sendsValidators() ? withValidators : 200;

        assertThat(client.head("/dated.txt", headers).status()).isEqualTo(status);
        var response = client.get("/dated.txt", headers);
        assertThat(response.status()).isEqualTo(status);
        switch (status) {
            case 200 -> assertThat(response.text()).isEqualTo(Site.GREETING);
            case 304 -> expectNotModified(response, etag);
            default -> expectErrorPage(response);
        }
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    private void expectNotModified(RawResponse response, String etag) {
        assertThat(response.header("ETag")).isEqualTo(etag);
        assertThat(response.values("Date")).hasSize(1);
        assertThat(response.has("Content-Type")).isFalse();
        // None is best; if there is one it must tell the truth (RFC 9110 §8.6).
        assertThat(response.header("Content-Length")).isIn("", "" + Site.GREETING.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match: *", "If-Match: \"x\"", "If-Match: *"})
    void aConditionOnWhatIsNotThereChangesNothing(String condition) throws Exception {
        var client = connect();
        assertThat(client.get("/nothing", condition).status()).isEqualTo(404);
        assertThat(client.get("/docs", condition).status()).isEqualTo(301);
        assertThat(client.get("/docs/empty/", condition).status()).isEqualTo(403);
    }

    @Test
    void twoVersionsWithinOneSecondHaveDifferentETags() throws Exception {
        var file = makeFile("two-versions.txt");
        var before = get("/two-versions.txt").header("ETag");
        Files.writeString(file, Site.GREETING.toUpperCase(Locale.ROOT));
        Files.setLastModifiedTime(file, FileTime.from(CHANGED.plusMillis(1)));
        await().until(() -> get("/two-versions.txt").text().startsWith("HELLO"));
        var after = get("/two-versions.txt").header("ETag");
        if (step().sendsValidators()) {
            assertThat(after).isNotEmpty().isNotEqualTo(before);
        } else {
            assertThat(after).isEmpty();
        }
    }
}
