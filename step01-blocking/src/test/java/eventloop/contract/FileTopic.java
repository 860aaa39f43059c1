package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files arrive byte for byte, whatever their size and whatever happens to them meanwhile.
abstract class FileTopic extends Topic {
    private static final int BIG = 64 * Site.MIB;

    FileTopic(HttpContract step) {
        super(step);
    }

    @Test
    void whatALinkIsCalledTellsTheMediaType() throws Exception {
        Files.writeString(site().file("8f3a9c"), "<!doctype html>");
        var link = site().file("linked-page.html");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of("8f3a9c"));
        assertThat(get("/linked-page.html").header("Content-Type"))
                .isEqualTo("text/html; charset=utf-8");
        assertThat(get("/8f3a9c").header("Content-Type")).isEqualTo("application/octet-stream");
    }

    @Test
    void whereThatTellsNothingItsTargetDoes() throws Exception {
        var link = site().file("latest");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of("hello.txt"));
        assertThat(get("/latest").header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void anIndexThatIsALinkIsCalledIndex() throws Exception {
        Files.writeString(site().file("71bb04"), "<!doctype html>");
        var index = Files.createDirectories(site().file("linked-index")).resolve("index.html");
        Files.deleteIfExists(index);
        Files.createSymbolicLink(index, Path.of("..", "71bb04"));
        assertThat(get("/linked-index/").header("Content-Type"))
                .isEqualTo("text/html; charset=utf-8");
    }

    /// Or no browser would show it.
    @Test
    void ofACompressedDrawingItIsSaidThatItIsCompressed() throws Exception {
        Files.write(site().file("drawing.svgz"), new byte[] {0x1f, (byte) 0x8b});
        var drawing = get("/drawing.svgz");
        assertThat(drawing.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(drawing.header("Content-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @FieldSource("eventloop.contract.Site#SIZES")
    void aFileArrivesByteForByte(int size) throws Exception {
        var client = connect();
        for (int time = 1; time <= 2; time++) {
            var response = client.get(Site.fileOfSize(size));
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.contentLength()).isEqualTo(size);
            assertThat(Arrays.equals(response.body(), Site.content(size))).isTrue();
        }
    }

    @Test
    void bigFilesTravelToSeveralClientsAtOnce() throws Exception {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < 4; i++) {
            var client = connect();
            client.request("GET " + Site.fileOfSize(BIG) + " HTTP/1.1", "Host: a");
            assertThat(client.readHead().contentLength()).isEqualTo(BIG);
            clients.add(client);
        }
        var expected = Site.content(BIG);
        for (int at = 0; at < BIG; at += Site.MIB) {
            for (var client : clients) {
                var piece = client.readBytes(Site.MIB);
                assertThat(Arrays.mismatch(piece, Arrays.copyOfRange(expected, at, at + Site.MIB)))
                        .as("first wrong byte after %d", at)
                        .isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /hello.txt     | text/plain; charset=utf-8
                    /docs/         | text/html; charset=utf-8
                    /size-1.bin    | application/octet-stream
                    /.hidden       | application/octet-stream
                    /nothing       | text/html; charset=utf-8
                    """)
    void theMediaTypeIsSaid(String target, String mediaType) throws Exception {
        assertThat(get(target).values("Content-Type")).containsExactly(mediaType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hello.txt", "/size-1048577.bin", "/nothing", "/docs", "/%", "/pipe"})
    void everyResponseHasOneDateAndItIsNow(String target) throws Exception {
        var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var dates = get(target).values("Date");
        var after = Instant.now();
        assertThat(dates).hasSize(1);
        var date = ZonedDateTime.parse(dates.getFirst(), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(date.toInstant()).isBetween(before, after);
        assertThat(dates.getFirst()).hasSize(29).endsWith(" GMT");
    }

    @Test
    void aChangedFileIsSeen() throws Exception {
        var file = Files.writeString(site().file("changing.txt"), "before");
        assertThat(get("/changing.txt").text()).isEqualTo("before");
        Files.writeString(file, "after, and longer");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/changing.txt").text().equals("after, and longer"));
        Files.delete(file);
        await().atMost(Duration.ofSeconds(10)).until(() -> get("/changing.txt").status() == 404);
    }

    @ParameterizedTest
    @EnumSource
    void howeverAFileIsChangedTheNewContentComes(Change change) throws Exception {
        var file = Files.writeString(site().file("replaced.txt"), "41");
        Files.setLastModifiedTime(file, Change.LONG_AGO);
        Age.await(file);
        var old = get("/replaced.txt");
        assertThat(old.text()).isEqualTo("41");

        change.apply(file, "42", site().outside().resolve("other.txt"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/replaced.txt").text().equals("42"));
        if (step().sendsValidators()) {
            expectOldTagIsOfNoUse("/replaced.txt", old.header("ETag"));
        }
        Files.delete(file);
        await().atMost(Duration.ofSeconds(10)).until(() -> get("/replaced.txt").status() == 404);
    }

    private void expectOldTagIsOfNoUse(String target, String tag) throws IOException {
        assertThat(tag).isNotEmpty();
        var answer = connect().get(target, "If-None-Match: " + tag);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("42");
    }

    /// As sites are published: the root is a link to one release, and then to another.
    @Test
    void anotherReleaseIsSeenAndARootThatIsGoneIsSaid(@TempDir Path releases) throws Exception {
        for (var release : List.of("one", "two")) {
            var directory = Files.createDirectory(releases.resolve(release));
            Files.writeString(directory.resolve("release.txt"), release);
        }
        var root = Files.createSymbolicLink(releases.resolve("current"), Path.of("one"));
        try (var server = step().start(TestSettings.serving(root), clientsAtOnce());
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/release.txt").text()).isEqualTo("one");

            var next = Files.createSymbolicLink(releases.resolve("next"), Path.of("two"));
            Files.move(next, root, StandardCopyOption.ATOMIC_MOVE);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> client.get("/release.txt").text().equals("two"));

            Files.delete(root);
            var gone =
                    await().atMost(Duration.ofSeconds(10))
                            .until(() -> client.get("/other.txt"), one -> one.status() == 503);
            assertThat(gone.text()).contains("is not there at this moment");
        }
    }

    @Test
    void aFileThatBecomesShorterEndsItsConnectionAndIsNotPadded() throws Exception {
        var client = beginReading("shrinking.bin");
        try (var file = new RandomAccessFile(site().file("shrinking.bin").toFile(), "rw")) {
            file.setLength(Site.MIB);
        }
        assertThat(client.readToEnd().length).isLessThan(BIG);
        expectServerIsFine();
    }

    /// Not a byte more than was promised, and none at all of what may be another version, where versions are
    /// told apart.
    @Test
    void aFileThatGrowsIsNeverSentLongerThanItWas() throws Exception {
        var client = beginReading("growing.bin");
        Files.write(site().file("growing.bin"), new byte[1_000], StandardOpenOption.APPEND);
        expectCutOffOrSentToItsEnd(client);
    }

    /// Whoever has the first half of one version does not get the second half of another, where versions are told
    /// apart.
    @Test
    void aFileThatIsRewrittenOnItsWayIsCutOffOrSentToItsEnd() throws Exception {
        var client = beginReading("rewritten.bin");
        Age.await(site().file("rewritten.bin"));
        try (var file = new RandomAccessFile(site().file("rewritten.bin").toFile(), "rw")) {
            file.write(1);
        }
        expectCutOffOrSentToItsEnd(client);
    }

    @Test
    void aFileThatIsDeletedIsSentToItsEnd() throws Exception {
        var client = beginReading("deleted.bin");
        Files.delete(site().file("deleted.bin"));
        expectSentToItsEnd(client);
    }

    /// Makes a file that no socket buffer can hold, and reads the head of the response: the rest is
    /// under way.
    private RawClient beginReading(String name) throws Exception {
        try (var file = new RandomAccessFile(site().file(name).toFile(), "rw")) {
            file.setLength(BIG);
        }
        var client = connect();
        client.request("GET /" + name + " HTTP/1.1", "Host: a");
        assertThat(client.readHead().contentLength()).isEqualTo(BIG);
        return client;
    }

    private void expectCutOffOrSentToItsEnd(RawClient client) throws IOException {
        if (step().sendsValidators()) {
            assertThat(client.readToEnd().length).isLessThan(BIG);
        } else {
            expectSentToItsEnd(client);
        }
    }

    private static void expectSentToItsEnd(RawClient client) throws IOException {
        client.readBytes(BIG);
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    @Test
    void manySmallFilesFollowEachOther() throws Exception {
        var client = connect();
        for (int size : List.of(1, 65536, 0, 65537, 1, 1048575, 0)) {
            var body = client.get(Site.fileOfSize(size)).body();
            assertThat(Arrays.equals(body, Site.content(size))).isTrue();
        }
    }
}
