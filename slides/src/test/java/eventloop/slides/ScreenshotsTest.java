package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.show.browser.HeadlessBrowser;
import eventloop.lab.show.browser.NeedsBrowser;
import eventloop.lab.show.report.Report;
import eventloop.lab.show.report.StoredRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Makes the pictures of pages that README and slides show, and finds those that look like another page by now. Then the
/// new one, from `slides/target/screens`, is to be looked at, and put in its place. Words and figures that have changed
/// are left to whoever changes them.
@NeedsBrowser
class ScreenshotsTest {
    private static final Path COURSE = Path.of("..");
    private static final Path KEPT = COURSE.resolve("lab/results/screens");
    private static final Path MADE = Path.of("target/screens");

    /// Of 255, on average over all points. Another font or a changed word is far less, another page far more.
    private static final double MOST_DIFFERENCE = 3;

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

    /// They may come later than the text, and push aside what was scrolled to.
    private static final String ALL_PICTURES_ARE_THERE =
            """
            (async () => {
                await Promise.all([...document.images].map(image => image.decode()));
                document.querySelector(location.hash || 'body').scrollIntoView();
            })()
            """;

    @TempDir private static Path directory;
    private static RunningServer server;
    private static Page page;

    @BeforeAll
    static void openPage(HeadlessBrowser browser) throws Exception {
        server =
                RunningServer.start(
                        Step.in(COURSE).getLast(), CourseSite.in(COURSE), Placement.ANYWHERE);
        page = browser.open();
        Files.createDirectories(MADE);
    }

    @AfterAll
    static void endServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aLessonAsStep7ServesIt(ColorScheme scheme) throws Exception {
        page.setViewportSize(1280, 800);
        var lesson = server.address().resolve("steps/step03.html#the-drawings");

        assertIsKept("lesson", lesson, scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void thePageThatCompareMakes(ColorScheme scheme) throws Exception {
        page.setViewportSize(1600, 1000);
        var stored = List.of(COURSE.resolve("lab/results/two-minutes.json"));
        var report = Report.write(directory, StoredRun.read(stored));

        assertIsKept("report", report.toUri(), scheme);
    }

    /// In the same colours, so that these alone do not tell them apart.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aPictureOfAnotherPageIsFound(ColorScheme scheme) throws Exception {
        page.setViewportSize(1280, 800);
        var another = server.address().resolve("steps/step06.html#the-drawing");

        var now = shown(another, scheme, "another");

        assertThat(differenceFrom(kept("lesson", scheme), now)).isGreaterThan(MOST_DIFFERENCE);
    }

    private static void assertIsKept(String what, URI address, ColorScheme scheme)
            throws IOException {
        var now = shown(address, scheme, what);
        var kept = kept(what, scheme);
        assertThat(kept).as("look at %s, and copy it to %s", now, kept).exists();
        assertThat(differenceFrom(kept, now))
                .as("%s is stale: look at %s, and copy it there", kept, now)
                .isLessThan(MOST_DIFFERENCE);
    }

    private static Path shown(URI address, ColorScheme scheme, String what) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.navigate(address.toString());
        page.evaluate(ALL_PICTURES_ARE_THERE);
        return taken(named(what, scheme));
    }

    private static Path kept(String what, ColorScheme scheme) {
        return KEPT.resolve(named(what, scheme) + ".webp");
    }

    private static String named(String what, ColorScheme scheme) {
        return what + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }

    /// As WebP, which Playwright itself does not make.
    private static Path taken(String name) throws IOException {
        var file = MADE.resolve(name + ".webp");
        var form = new JsonObject();
        form.addProperty("format", "webp");
        form.addProperty("quality", 80);
        var devTools = page.context().newCDPSession(page);
        var picture = devTools.send("Page.captureScreenshot", form).get("data").getAsString();
        return Files.write(file, Base64.getDecoder().decode(picture));
    }

    private static double differenceFrom(Path kept, Path now) throws IOException {
        return ((Number) page.evaluate(DIFFERENCE.formatted(base64(kept), base64(now))))
                .doubleValue();
    }

    private static String base64(Path picture) throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(picture));
    }
}
