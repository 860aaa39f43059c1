package eventloop.lab.show.site;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.show.browser.Axe;
import eventloop.lab.show.browser.BrowserTab;
import eventloop.lab.show.browser.Chromium;
import eventloop.lab.show.browser.NeedsBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages that the servers serve, as a browser shows them, from disk.
@NeedsBrowser
class SiteInTheBrowserTest {
    private static final Path SITE = CourseSite.in(Path.of("..")).toAbsolutePath().normalize();
    private static final int HIGH = 900;

    private static final String ALL_IMAGES_CAN_BE_SHOWN =
            """
            Promise.all([...document.images].map((image) => {
              image.loading = "eager";
              return image.decode().then(() => true, () => false);
            })).then((shown) => shown.every(Boolean))
            """;

    private static Chromium browser;
    private BrowserTab tab;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Chromium.start();
    }

    @AfterAll
    static void endBrowser() {
        browser.close();
    }

    @BeforeEach
    void openTab() throws Exception {
        tab = browser.open();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1_400})
    void everyPageFitsTheWindow(int width) throws Exception {
        tab.resize(width, HIGH);
        for (var page : pages()) {
            open(page);

            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .as(page.toString())
                    .isLessThanOrEqualTo(width);
        }
    }

    /// Judging takes a second a page; what the lessons have in common is judged in one of them.
    @ParameterizedTest
    @CsvSource({
        "400, light, .html",
        "1400, light, step03.html",
        "400, dark, step03.html",
        "1400, dark, step03.html"
    })
    void nobodyIsShutOut(int width, String scheme, String name) throws Exception {
        tab.resize(width, HIGH);
        tab.prefer(scheme);
        for (var page : pages().stream().filter(page -> page.toString().endsWith(name)).toList()) {
            open(page);

            assertThat(Axe.seriousFaults(tab)).as(page.toString()).isEmpty();
        }
    }

    @Test
    void everyDrawingIsThere() throws Exception {
        tab.resize(1_400, HIGH);
        for (var page : pages()) {
            open(page);

            assertThat(tab.evaluate(ALL_IMAGES_CAN_BE_SHOWN).asBoolean())
                    .as(page.toString())
                    .isTrue();
        }
    }

    @Test
    void whatIsScrolledByItselfIsReachedByKeyboard() throws Exception {
        for (var page : pages()) {
            open(page);

            assertThat(
                            tab.evaluate(
                                            "[...document.querySelectorAll('pre, .table, .drawing')]"
                                                    + ".every((block) => block.tabIndex === 0)")
                                    .asBoolean())
                    .as(page.toString())
                    .isTrue();
        }
    }

    @Test
    void aButtonTurnsLightIntoDarkAndBack() throws Exception {
        open(SITE.resolve("index.html"));
        var before = background();
        tab.evaluate("document.getElementById('theme').click()");
        var other = background();
        tab.evaluate("document.getElementById('theme').click()");

        assertThat(other).isNotEqualTo(before);
        assertThat(background()).isEqualTo(before);
    }

    private String background() throws IOException {
        return tab.evaluate("getComputedStyle(document.body).backgroundColor").asString();
    }

    private void open(Path page) throws IOException {
        tab.open(page.toUri());
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
