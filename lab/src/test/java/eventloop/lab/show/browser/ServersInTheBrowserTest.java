package eventloop.lab.show.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.server.Variant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The demo plan's browser test: what Chromium does with the seven servers, and they with it.
class ServersInTheBrowserTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();
    private static final Path COURSES_SITE = COURSE.resolve("lab/site");

    @TempDir private static Path site;
    private static Chromium browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        assumeTrue(
                Chromium.program().isPresent(),
                "SKIPPED, for there is no Chromium, Chrome or Edge on this machine");
        SiteForBrowsers.make(site);
        browser = Chromium.start();
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void theCoursesSiteArrivesByteForByteAndNothingGoesWrong(int step) throws Exception {
        try (var server = serve(step, COURSES_SITE)) {
            var tab = open(server, "steps/step0" + step + ".html");

            assertThat(tab.problems()).isEmpty();
            assertThat(tab.requests()).hasSizeGreaterThanOrEqualTo(3);
            for (var request : tab.requests()) {
                var file = fileOf(server, request);
                assertThat(digestInTheBrowser(tab, request)).as(request).isEqualTo(digest(file));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aPageWithAKoreanNameIsFoundAndOneThatIsMissingIsExplained(int step) throws Exception {
        try (var server = serve(step, site)) {
            var tab = open(server, "%ED%95%9C%EA%B8%80%20%EB%AC%B8%EC%84%9C.html");
            assertThat(tab.evaluate("document.body.innerText.trim()").asString())
                    .isEqualTo("안녕하세요");

            var missing = open(server, "%EC%97%86%EB%8B%A4.html");
            assertThat(missing.problems())
                    .anySatisfy(problem -> assertThat(problem).contains("404"));
            assertThat(missing.evaluate("document.body.innerText").asString())
                    .contains("There is no such file");
        }
    }

    @Test
    void fromStep6OnAReloadBringsNoContent() throws Exception {
        assertThat(bytesOfContentOnReload(5)).isPositive();
        assertThat(bytesOfContentOnReload(6)).isZero();
        assertThat(bytesOfContentOnReload(7)).isZero();
    }

    /// What came over the network beside heads, when a page with pictures is shown a second time.
    private static int bytesOfContentOnReload(int step) throws Exception {
        try (var server = serve(step, site)) {
            var tab = open(server, "");
            tab.open(server.address());
            return tab.evaluate(
                            """
                            performance.getEntriesByType('resource')
                                .filter(entry => entry.name.endsWith('.svg') && entry.transferSize > 0)
                                .filter(entry => entry.transferSize >= 300 + entry.encodedBodySize)
                                .map(entry => entry.encodedBodySize)
                                .reduce((sum, size) => sum + size, 0)
                            """)
                    .asInt();
        }
    }

    /// A browser opens up to six connections to one server, some of them for later, and keeps them. In step 2 each holds
    /// a thread: with one thread a connection on which nothing is asked keeps all others waiting until its time is over.
    @Test
    void aPageWithManyPicturesIsWholeAlsoIfThereAreFewerThreadsThanConnections() throws Exception {
        var oneThread =
                new Variant(
                        step(2), "one thread", List.of("--threads", "1", "--idle-timeout", "1"));
        try (var server = RunningServer.start(oneThread, site, Placement.ANYWHERE)) {
            assertThat(picturesShown(open(server, ""))).isEqualTo(SiteForBrowsers.PICTURES);
        }
        try (var server = serve(3, site)) {
            var tab = open(server, "");

            assertThat(picturesShown(tab)).isEqualTo(SiteForBrowsers.PICTURES);
            assertThat(tab.connections()).isBetween(2, 6);
        }
    }

    private static int picturesShown(BrowserTab tab) throws IOException {
        return tab.evaluate("[...document.images].filter(i => i.naturalWidth > 0).length").asInt();
    }

    /// To go to the middle of a long sound a player asks for the part from there on. A server that knows no parts sends
    /// the beginning again, and the player stays where it is, without a word.
    @Test
    void aSoundCanBeSoughtInOnlyOnStep7() throws Exception {
        assertThat(soughtTo(6)).isLessThan(SiteForBrowsers.SOUND_SECONDS / 2);
        assertThat(soughtTo(7)).isEqualTo(SiteForBrowsers.SOUND_SECONDS - 60);
    }

    private static int soughtTo(int step) throws Exception {
        try (var server = serve(step, site)) {
            return open(server, "sound.html")
                    .evaluate(
                            """
                            new Promise((resolve, reject) => {
                                const sound = document.querySelector('audio');
                                const seek = () => {
                                    sound.onseeked = () => resolve(Math.round(sound.currentTime));
                                    sound.currentTime = %d;
                                };
                                sound.onerror = () => reject(sound.error.message);
                                sound.readyState > 0 ? seek() : sound.onloadedmetadata = seek;
                            })
                            """
                                    .formatted(SiteForBrowsers.SOUND_SECONDS - 60))
                    .asInt();
        }
    }

    @Test
    void aDownloadThatWasStoppedIsTakenUpWhereItEnded() throws Exception {
        try (var server = serve(7, site)) {
            var answer = open(server, "").evaluate(RESUME).asString();

            assertThat(answer).isEqualTo("206 " + digest(site.resolve("download.bin")));
        }
    }

    /// Reads a first piece and lets the rest go; then asks for what is missing, of the same version.
    private static final String RESUME =
            """
            (async () => {
                const stop = new AbortController();
                const first = await fetch('download.bin', {signal: stop.signal, cache: 'no-store'});
                const {value: beginning} = await first.body.getReader().read();
                stop.abort();
                const rest = await fetch('download.bin', {cache: 'no-store', headers: {
                    'Range': `bytes=${beginning.length}-`, 'If-Range': first.headers.get('ETag')}});
                const whole = await new Blob([beginning, await rest.arrayBuffer()]).arrayBuffer();
                const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
                return rest.status + ' ' + [...digest].map(b => b.toString(16).padStart(2, '0')).join('');
            })()
            """;

    private static RunningServer serve(int step, Path root) throws Exception {
        return RunningServer.start(step(step), root, Placement.ANYWHERE);
    }

    private static Step step(int number) throws IOException {
        return Step.in(COURSE).get(number - 1);
    }

    private static BrowserTab open(RunningServer server, String path) throws IOException {
        var tab = browser.open();
        tab.open(server.address().resolve(path));
        return tab;
    }

    private static Path fileOf(RunningServer server, String request) {
        var path = server.address().relativize(URI.create(request)).getPath();
        return COURSES_SITE.resolve(path.isEmpty() ? "index.html" : path);
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
