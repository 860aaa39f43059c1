package eventloop.lab.show.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import eventloop.lab.measure.server.BriefJvm;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The demo plan's browser test: what Chromium does with the seven servers, and they with it.
@NeedsBrowser
class ServersInTheBrowserTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();

    @TempDir private static Path site;
    private static final Map<Integer, RunningServer> servers = new HashMap<>();

    private Page page;

    @BeforeAll
    static void makeSite(HeadlessBrowser browser) throws Exception {
        try (var page = browser.open()) {
            SiteForBrowsers.make(site, page);
        }
    }

    @BeforeEach
    void openPage(HeadlessBrowser browser) {
        page = browser.open();
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @AfterAll
    static void endServers() {
        servers.values().forEach(RunningServer::close);
    }

    /// At last the files are fetched one after another: the next one finds the connection of the last one free. How many
    /// connections there are before, is the browser's own affair.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void theCoursesSiteArrivesByteForByteAndNothingGoesWrong(int step) throws Exception {
        try (var between = new Eavesdropper(server(step))) {
            var log = PageLog.of(page);
            open(page, between.address().resolve("course/steps/step0" + step + ".html"));

            assertThat(log.problems()).isEmpty();
            assertThat(log.requests()).hasSizeGreaterThanOrEqualTo(3);
            for (var request : log.requests()) {
                var file = site.resolve(URI.create(request).getPath().substring(1));
                assertThat(digestInTheBrowser(page, request)).as(request).isEqualTo(digest(file));
            }
            assertThat(between.asked())
                    .as("what was asked for on each connection")
                    .anyMatch(targets -> targets.size() > 1);
            await().untilAsserted(() ->
                    assertThat(between.asked().stream().flatMap(List::stream))
                            .contains("/course/favicon.svg"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aPageWithAKoreanNameIsFoundAndOneThatIsMissingIsExplained(int step) throws Exception {
        var address = server(step).address();
        open(page, address.resolve("%ED%95%9C%EA%B8%80%20%EB%AC%B8%EC%84%9C.html"));
        assertThat(page.innerText("body").strip()).isEqualTo("안녕하세요");

        var missing = open(page, address.resolve("%EC%97%86%EB%8B%A4.html"));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(page.innerText("body")).contains("There is no such file");
    }

    /// A page that names no icon has its browser look for one.
    @Test
    void aBrowserAsksForAnIconThatNobodyHasMentioned() throws Exception {
        try (var between = new Eavesdropper(server(3))) {
            open(page, between.address().resolve("plain.html"));

            await().untilAsserted(() ->
                    assertThat(between.asked().stream().flatMap(List::stream))
                            .contains("/plain.html", "/favicon.ico"));
            assertThat(page.innerText("body")).isEqualTo("plain");
        }
    }

    /// Of a 304 only the browser's own tools tell: the page is given the 200 that had been kept.
    @ParameterizedTest
    @CsvSource({"5, 200", "6, 304", "7, 304"})
    void fromStep6OnAReloadBringsNoContent(int step, int status) throws Exception {
        open(page, server(step).address());
        var statuses = new ArrayList<Integer>();
        var devTools = page.context().newCDPSession(page);
        devTools.on(
                "Network.responseReceivedExtraInfo",
                answer -> statuses.add(answer.get("statusCode").getAsInt()));
        devTools.send("Network.enable");
        page.reload();

        page.waitForCondition(() -> !statuses.isEmpty());
        assertThat(statuses).first().isEqualTo(status);
    }

    /// Style and script come with the first page, and are kept for the next; a page itself is kept for the way back.
    @Test
    void whatTheBrowserHasKeptIsNotSaidToHaveComeOverTheNetwork() throws Exception {
        var course = server(6).address().resolve("course/");
        open(page, course.resolve("index.html"));
        open(page, course.resolve("glossary.html"));
        assertThat(page.innerText("#arrival"))
                .startsWith("Of this page’s 3 files 1 came over the network, in ");

        page.goBack();
        assertThat(page.innerText("#arrival"))
                .isEqualTo("Each of the course’s own servers serves this page.");
    }

    /// A browser opens connections for later, and asks nothing on them. In step 2 each holds a thread: with a single one
    /// whoever comes next is answered when the server has ended the idle connection. In step 3 nobody notices it.
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
            open(page, between.address());
            await().until(() -> !between.silentOnes().isEmpty());
            var silent = between.silentOnes();
            try (var next = server.address().resolve("plain.html").toURL().openStream()) {
                assertThat(next.readAllBytes()).isNotEmpty();
            }

            await("it was ended before, and not just then")
                    .atMost(idleTimeout.dividedBy(2))
                    .untilAsserted(() ->
                            assertThat(silent)
                                    .isNotEmpty()
                                    .allMatch(Eavesdropper.Overheard::isOver));
        }
        try (var between = new Eavesdropper(server(3))) {
            open(page, between.address());

            await().untilAsserted(() -> assertThat(between.asked()).contains(List.of()));
            assertThat(picturesShown(page)).isEqualTo(SiteForBrowsers.PICTURES);
        }
    }

    private static Object picturesShown(Page page) {
        return page.evaluate("[...document.images].filter(i => i.naturalWidth > 0).length");
    }

    /// To go to the middle of a long video a player asks for the part from there on. A server that knows no parts sends
    /// the beginning again, and the player stays where it is, without a word.
    @Test
    void aVideoCanBeSoughtInOnlyOnStep7() throws Exception {
        var whole = PageLog.of(page);
        open(page, server(6).address().resolve("video.html"));
        assertThat(soughtIn(page)).isLessThan(SiteForBrowsers.VIDEO_SECONDS / 2);
        assertThat(whole.answers()).noneMatch(answer -> answer.startsWith("206"));

        var parts = PageLog.of(page);
        open(page, server(7).address().resolve("video.html"));
        assertThat(soughtIn(page)).isEqualTo(SiteForBrowsers.VIDEO_SECONDS - 60);
        assertThat(parts.answers())
                .filteredOn(answer -> answer.startsWith("206"))
                .hasSizeGreaterThan(1);
    }

    private static int soughtIn(Page page) {
        return (int)
                page.evaluate(
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
                                .formatted(SiteForBrowsers.VIDEO_SECONDS - 60));
    }

    /// A server that knows no parts answers with the whole file, and what was there already has come for nothing.
    @ParameterizedTest
    @CsvSource({"6, 200", "7, 206"})
    void aDownloadThatWasStoppedHalfWayIsTakenUpWhereItEnded(int step, String status)
            throws Exception {
        open(page, server(step).address().resolve("plain.html"));

        assertThat(page.evaluate(RESUME))
                .isEqualTo(status + " " + digest(site.resolve("download.bin")));
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
            running = RunningServer.start(BriefJvm.of(step(step)), site, Placement.ANYWHERE);
            servers.put(step, running);
        }
        return running;
    }

    private static Step step(int number) throws IOException {
        return Step.in(COURSE).get(number - 1);
    }

    private static Response open(Page page, URI address) {
        return page.navigate(address.toString());
    }

    /// Of what comes from the server now, whatever the browser has kept.
    private static Object digestInTheBrowser(Page page, String address) {
        return page.evaluate(
                """
                fetch('%s', {cache: 'no-store'}).then(response => response.arrayBuffer())
                    .then(bytes => crypto.subtle.digest('SHA-256', bytes))
                    .then(d => [...new Uint8Array(d)].map(b => b.toString(16).padStart(2, '0')).join(''))
                """
                        .formatted(address));
    }

    private static String digest(Path file) throws Exception {
        var bytes = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(bytes);
    }
}
