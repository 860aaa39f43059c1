package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.show.browser.BrowserTab;
import eventloop.lab.show.browser.Chromium;
import eventloop.lab.show.browser.NeedsBrowser;
import eventloop.lab.show.report.Report;
import eventloop.lab.show.report.StoredRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Makes the pictures of pages that README and slides show, and finds those that are stale: the page looks otherwise
/// now. Then the new one, from `slides/target/screens`, is to be looked at, and put in its place.
@NeedsBrowser
class ScreenshotsTest {
    private static final Path COURSE = Path.of("..");
    private static final Path KEPT = COURSE.resolve("lab/results/screens");
    private static final Path MADE = Path.of("target/screens");

    /// Of 255, on average over all points. Another font or a changed word is far less, another page far more.
    private static final double MOST_DIFFERENCE = 6;

    /// How far two pictures differ when both are made so small that letters are a grey.
    private static final String DIFFERENCE =
            """
            (async () => {
                const small = async picture => {
                    const image = new Image();
                    image.src = 'data:image/webp;base64,' + picture;
                    await image.decode();
                    const context = new OffscreenCanvas(64, 40).getContext('2d');
                    context.imageSmoothingQuality = 'high';
                    context.drawImage(image, 0, 0, 64, 40);
                    return context.getImageData(0, 0, 64, 40).data;
                };
                const [one, other] = [await small('%s'), await small('%s')];
                return one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
            })()
            """;

    @TempDir private static Path directory;
    private static Chromium browser;
    private static RunningServer server;
    private static BrowserTab tab;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Chromium.start();
        server =
                RunningServer.start(
                        Step.in(COURSE).getLast(), CourseSite.in(COURSE), Placement.ANYWHERE);
        tab = browser.open();
        Files.createDirectories(MADE);
    }

    @AfterAll
    static void endBrowser() {
        server.close();
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aLessonAsStep7ServesIt(String scheme) throws Exception {
        tab.resize(1280, 800);
        var lesson = server.address().resolve("steps/step03.html#the-drawings");

        assertIsKept("lesson-" + scheme, lesson, scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void thePageThatCompareMakes(String scheme) throws Exception {
        tab.resize(1600, 1000);
        var stored = List.of(COURSE.resolve("lab/results/two-minutes.json"));
        var page = Report.write(directory, StoredRun.read(stored));

        assertIsKept("report-" + scheme, page.toUri(), scheme);
    }

    @Test
    void aPictureOfAnotherPageIsFound() throws Exception {
        tab.open(BuiltDeck.ADDRESS);

        assertThat(differenceFrom(KEPT.resolve("lesson-light.webp"), taken("another")))
                .isGreaterThan(MOST_DIFFERENCE);
    }

    private static void assertIsKept(String name, URI address, String scheme) throws IOException {
        tab.prefer(scheme);
        tab.open(address);
        var now = taken(name);

        var kept = KEPT.resolve(name + ".webp");
        assertThat(kept).as("look at %s, and copy it to %s", now, kept).exists();
        assertThat(differenceFrom(kept, now))
                .as("%s is stale: look at %s, and copy it there", kept, now)
                .isLessThan(MOST_DIFFERENCE);
    }

    private static Path taken(String name) throws IOException {
        var file = MADE.resolve(name + ".webp");
        tab.evaluate("document.documentElement.style.scrollbarWidth = 'none'");
        tab.screenshot(file);
        return file;
    }

    private static double differenceFrom(Path kept, Path now) throws IOException {
        return tab.evaluate(DIFFERENCE.formatted(base64(kept), base64(now))).asDouble();
    }

    private static String base64(Path picture) throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(picture));
    }
}
