package eventloop.lab.show.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.server.Variant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The demo plan's browser test: what Chromium does with the seven servers, and they with it.
@NeedsBrowser
class ServersInTheBrowserTest {
    /// To one server.
    private static final int MOST_CONNECTIONS = 6;

    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();

    @TempDir private static Path site;
    private static final Map<Integer, RunningServer> servers = new HashMap<>();
    private static Chromium browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Chromium.start();
        SiteForBrowsers.make(site, browser.open());
    }

    @AfterAll
    static void endBrowserAndServers() {
        browser.close();
        servers.values().forEach(RunningServer::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void theCoursesSiteArrivesByteForByteAndNothingGoesWrong(int step) throws Exception {
        try (var between = new Eavesdropper(server(step))) {
            var tab = open(between.address().resolve("course/steps/step0" + step + ".html"));

            assertThat(tab.problems()).isEmpty();
            assertThat(tab.requests()).hasSizeGreaterThanOrEqualTo(3);
            for (var request : tab.requests()) {
                var file = site.resolve(URI.create(request).getPath().substring(1));
                assertThat(digestInTheBrowser(tab, request)).as(request).isEqualTo(digest(file));
            }
            assertThat(between.asked()).hasSizeBetween(1, MOST_CONNECTIONS);
            await().untilAsserted(() ->
                    assertThat(between.asked().stream().flatMap(List::stream))
                            .contains("/course/favicon.svg"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aPageWithAKoreanNameIsFoundAndOneThatIsMissingIsExplained(int step) throws Exception {
        var address = server(step).address();
        var tab = open(address.resolve("%ED%95%9C%EA%B8%80%20%EB%AC%B8%EC%84%9C.html"));
        assertThat(tab.evaluate("document.body.innerText.trim()").asString()).isEqualTo("안녕하세요");

        var missing = open(address.resolve("%EC%97%86%EB%8B%A4.html"));
        assertThat(missing.answers()).first().asString().startsWith("404");
        assertThat(missing.evaluate("document.body.innerText").asString())
                .contains("There is no such file");
    }

    /// A page that names no icon has its browser look for one.
    @Test
    void aBrowserAsksForAnIconThatNobodyHasMentioned() throws Exception {
        try (var between = new Eavesdropper(server(3))) {
            var tab = open(between.address().resolve("plain.html"));

            await().untilAsserted(() ->
                    assertThat(between.asked().stream().flatMap(List::stream))
                            .containsExactly("/plain.html", "/favicon.ico"));
            assertThat(tab.evaluate("document.body.innerText").asString()).isEqualTo("plain");
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 200", "6, 304", "7, 304"})
    void fromStep6OnAReloadBringsNoContent(int step, String status) throws Exception {
        var tab = open(server(step).address());
        int first = tab.answers().size();
        tab.evaluate("location.reload()");

        await().untilAsserted(() -> assertThat(tab.answers()).hasSizeGreaterThan(first));
        assertThat(tab.answers().get(first)).startsWith(status);
    }

    /// A browser opens connections for later, and asks nothing on them. In step 2 each holds a thread: with a single one
    /// whoever comes next is answered when the time of the idle connection is over. In step 3 nobody notices it.
    @Test
    void anIdleSecondConnectionHoldsAThreadOfStep2() throws Exception {
        var idleTimeout = Duration.ofSeconds(1);
        var oneThread =
                new Variant(
                        step(2),
                        "one thread",
                        List.of("--threads", "1", "--idle-timeout", "" + idleTimeout.toSeconds()));
        try (var server = RunningServer.start(oneThread, site, Placement.ANYWHERE);
                var between = new Eavesdropper(server)) {
            long begin = System.nanoTime();
            open(between.address());
            await().untilAsserted(() -> assertThat(between.asked()).contains(List.of()));
            try (var next = server.address().resolve("plain.html").toURL().openStream()) {
                assertThat(next.readAllBytes()).isNotEmpty();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(idleTimeout);
        }
        try (var between = new Eavesdropper(server(3))) {
            var tab = open(between.address());

            await().untilAsserted(() -> assertThat(between.asked()).contains(List.of()));
            assertThat(picturesShown(tab)).isEqualTo(SiteForBrowsers.PICTURES);
            assertThat(tab.connections()).isBetween(2, MOST_CONNECTIONS);
        }
    }

    private static int picturesShown(BrowserTab tab) throws IOException {
        return tab.evaluate("[...document.images].filter(i => i.naturalWidth > 0).length").asInt();
    }

    /// To go to the middle of a long video a player asks for the part from there on. A server that knows no parts sends
    /// the beginning again, and the player stays where it is, without a word.
    @Test
    void aVideoCanBeSoughtInOnlyOnStep7() throws Exception {
        var whole = open(server(6).address().resolve("video.html"));
        assertThat(soughtIn(whole)).isLessThan(SiteForBrowsers.VIDEO_SECONDS / 2);
        assertThat(whole.answers()).noneMatch(answer -> answer.startsWith("206"));

        var parts = open(server(7).address().resolve("video.html"));
        assertThat(soughtIn(parts)).isEqualTo(SiteForBrowsers.VIDEO_SECONDS - 60);
        assertThat(parts.answers())
                .filteredOn(answer -> answer.startsWith("206"))
                .hasSizeGreaterThan(1);
    }

    private static int soughtIn(BrowserTab tab) throws Exception {
        return tab.evaluate(
                        """
                        new Promise((resolve, reject) => {
                            const video = document.querySelector('video');
                            const seek = () => {
                                video.onseeked = () => resolve(Math.round(video.currentTime));
                                video.currentTime = %d;
                            };
                            video.onerror = () => reject(video.error.message);
                            video.readyState > 0 ? seek() : video.onloadedmetadata = seek;
                        })
                        """
                                .formatted(SiteForBrowsers.VIDEO_SECONDS - 60))
                .asInt();
    }

    /// A server that knows no parts answers with the whole file, and what was there already has come for nothing.
    @ParameterizedTest
    @CsvSource({"6, 200", "7, 206"})
    void aDownloadThatWasStoppedHalfWayIsTakenUpWhereItEnded(int step, String status)
            throws Exception {
        var answer = open(server(step).address().resolve("plain.html")).evaluate(RESUME).asString();

        assertThat(answer).isEqualTo(status + " " + digest(site.resolve("download.bin")));
    }

    /// Reads the first half and lets the rest go; then asks for what is missing, of the same version.
    private static final String RESUME =
            """
            (async () => {
                const stop = new AbortController();
                const first = await fetch('download.bin', {signal: stop.signal, cache: 'no-store'});
                const reader = first.body.getReader();
                let pieces = [], length = 0;
                while (length < first.headers.get('Content-Length') / 2) {
                    const {value} = await reader.read();
                    pieces.push(value);
                    length += value.length;
                }
                stop.abort();
                const rest = await fetch('download.bin', {cache: 'no-store', headers: {
                    'Range': `bytes=${length}-`, 'If-Range': first.headers.get('ETag')}});
                if (rest.status === 200) pieces = [];
                const whole = await new Blob([...pieces, await rest.arrayBuffer()]).arrayBuffer();
                const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
                return rest.status + ' ' + [...digest].map(b => b.toString(16).padStart(2, '0')).join('');
            })()
            """;

    /// Serves the site, once for all tests.
    private static RunningServer server(int step) throws Exception {
        var running = servers.get(step);
        if (running == null) {
            running = RunningServer.start(step(step), site, Placement.ANYWHERE);
            servers.put(step, running);
        }
        return running;
    }

    private static Step step(int number) throws IOException {
        return Step.in(COURSE).get(number - 1);
    }

    private static BrowserTab open(URI address) throws IOException {
        var tab = browser.open();
        tab.open(address);
        return tab;
    }

    private static String digestInTheBrowser(BrowserTab tab, String address) throws IOException {
        return tab.evaluate(
                        """
                        fetch('%s').then(response => response.arrayBuffer())
                            .then(bytes => crypto.subtle.digest('SHA-256', bytes))
                            .then(d => [...new Uint8Array(d)].map(b => b.toString(16).padStart(2, '0')).join(''))
                        """
                                .formatted(address))
                .asString();
    }

    private static String digest(Path file) throws Exception {
        var bytes = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(bytes);
    }
}
