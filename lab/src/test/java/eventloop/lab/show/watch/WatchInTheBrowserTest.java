package eventloop.lab.show.watch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import eventloop.lab.measure.server.Step;
import eventloop.lab.show.browser.Axe;
import eventloop.lab.show.browser.HeadlessBrowser;
import eventloop.lab.show.browser.NeedsBrowser;
import eventloop.lab.show.browser.PageLog;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page of `./course watch 4 5`, as a browser shows it.
@NeedsBrowser
class WatchInTheBrowserTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();
    private static final int HIGH = 900;

    /// As a page tells it; the disk takes 500 ms, and a busy machine may add to them.
    private static final String AT_LEAST_HALF_A_SECOND = "([5-9]\\d\\d ms|[\\d.]+ s)";

    private static final Pattern SLOW_READING =
            Pattern.compile(AT_LEAST_HALF_A_SECOND + " \\(reads from the disk\\)");
    private static final Pattern SLOW_READING_OF_THE_LOOP =
            Pattern.compile(
                    "event-loop: reads from the disk \\(OpenFile\\.read\\), "
                            + AT_LEAST_HALF_A_SECOND);

    @TempDir private static Path site;
    private static final List<WatchedServer> servers = new ArrayList<>();
    private static WatchPage watch;

    @BeforeAll
    static void open() throws Exception {
        // What comes at last is shown: how soon depends on who else is busy here.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Files.writeString(site.resolve("index.html"), "a page");
        Files.createDirectories(site.resolve("pictures"));
        Files.writeString(site.resolve("pictures/waiting.png"), "slow");
        var begin = Instant.now();
        for (var step : Step.in(COURSE).subList(3, 5)) {
            servers.add(WatchedServer.start(step, site, new Attendance(3, 60), begin));
        }
        watch = WatchPage.open(servers);
    }

    @AfterAll
    static void close() {
        watch.close();
        servers.forEach(WatchedServer::close);
    }

    @ParameterizedTest
    @CsvSource({"320, DARK", "1400, LIGHT"})
    void theThreadsOfBothAreShownAndNobodyIsShutOut(
            int width, ColorScheme scheme, HeadlessBrowser browser) throws Exception {
        try (var page = browser.open()) {
            var log = PageLog.of(page);
            page.setViewportSize(width, HIGH);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate(watch.address().toString());

            assertThat(page.locator("h2"))
                    .containsText(new String[] {"step04-eventqueue", "step05-workers", "Colours"});
            assertThat(page.locator("section:nth-child(1) tbody")).containsText("event-loop");
            assertThat(page.locator("section:nth-child(2) tbody")).containsText("helper-3");
            Assertions.assertThat(log.problems()).isEmpty();
            Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            Assertions.assertThat(Axe.seriousFaults(page)).isEmpty();
        }
    }

    /// The tables tell of it in words, and the lanes to whoever points at them.
    @Test
    void aSlowDiskIsSeenInTheLoopOfStep4AndInAHelperOfStep5(HeadlessBrowser browser)
            throws Exception {
        try (var page = browser.open()) {
            page.navigate(watch.address().toString());
            page.click("text=a file from a slow disk");

            assertThat(row(page, 1, "event-loop")).containsText(SLOW_READING);
            assertThat(row(page, 2, "helper-").filter(having(SLOW_READING))).hasCount(1);
            assertThat(row(page, 2, "event-loop")).not().containsText(SLOW_READING);
            page.selectOption("#span", "10 s");
            page.click("#pause");
            Assertions.assertThat(wordsOfTheLanes(page, 1))
                    .anyMatch(words -> SLOW_READING_OF_THE_LOOP.matcher(words).matches());
        }
    }

    @Test
    void timeCanBeStoppedAndGoesOnWhereItIsByThen(HeadlessBrowser browser) throws Exception {
        try (var page = browser.open()) {
            page.navigate(watch.address().toString());
            assertThat(row(page, 1, "event-loop")).isVisible();
            page.selectOption("#span", "500 ms");

            page.click("text=Stop");
            // Far enough back that all there is to be known of it has come.
            for (int halves = 0; halves < 8; halves++) {
                page.click("text=Earlier");
            }
            var stopped = picture(page);
            page.click("text=Earlier");
            Assertions.assertThat(picture(page)).isNotEqualTo(stopped);
            page.click("text=Later");
            Assertions.assertThat(picture(page)).isEqualTo(stopped);

            page.click("text=Go on");
            await().untilAsserted(() -> Assertions.assertThat(picture(page)).isNotEqualTo(stopped));
        }
    }

    /// However long somebody looks at it.
    @Test
    void whatIsLookedAtIsNotForgotten(HeadlessBrowser browser) throws Exception {
        try (var page = browser.open()) {
            page.navigate(watch.address().toString());

            Assertions.assertThat(
                            page.evaluate(
                                    """
                                    async () => {
                                      const { History } = await import("/history.js");
                                      const history = new History();
                                      const ending = (end) => ({ errand: "PAGE", begin: end - 1, end });
                                      history.add([ending(10)], 0);
                                      history.add([ending(100)], 5);
                                      history.add([ending(200)], 50);
                                      return history.visits.map((visit) => visit.end);
                                    }
                                    """))
                    .isEqualTo(List.of(100, 200));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, secret.txt, 404",
        "GET, news/1, 400",
        "GET, 'news/1,x', 400",
        "GET, errands/slow, 400",
        "POST, errands/nothing, 400"
    })
    void whatIsNotThereIsRefused(String method, String path, int status) throws Exception {
        var request =
                HttpRequest.newBuilder(watch.address().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());

            Assertions.assertThat(answer.statusCode()).isEqualTo(status);
        }
    }

    private static Locator row(Page page, int server, String thread) {
        return page.locator("section:nth-child(%d) tbody tr".formatted(server))
                .filter(having(Pattern.compile("^" + thread)));
    }

    private static Locator.FilterOptions having(Pattern text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String picture(Page page) {
        return (String) page.evaluate("document.querySelector('canvas').toDataURL()");
    }

    /// What is said to a pointer that moves over all that is drawn of a server.
    private static List<String> wordsOfTheLanes(Page page, int server) {
        var words =
                (List<?>)
                        page.evaluate(
                                """
                                server => {
                                  const section = document.querySelector(`section:nth-child(${server})`);
                                  const canvas = section.querySelector("canvas");
                                  const { left, top, width, height } = canvas.getBoundingClientRect();
                                  const said = new Set();
                                  for (let x = 0; x < width; x += 2) {
                                    for (let y = 0; y < height; y += 2) {
                                      const at = { clientX: left + x, clientY: top + y };
                                      canvas.dispatchEvent(new PointerEvent("pointermove", at));
                                      said.add(section.querySelector(".pointed").textContent);
                                    }
                                  }
                                  return [...said];
                                }
                                """,
                                server);
        return words.stream().map(String.class::cast).toList();
    }
}
