package eventloop.lab.show.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.show.browser.Axe;
import eventloop.lab.show.browser.HeadlessBrowser;
import eventloop.lab.show.browser.NeedsBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages that the servers serve, as a browser shows them, from disk.
@NeedsBrowser
class SiteInTheBrowserTest {
    private static final Path SITE = CourseSite.in(Path.of("..")).toAbsolutePath().normalize();
    private static final int HIGH = 900;

    /// What comes later pushes aside what one has jumped to.
    private static final String ALL_IMAGES_CAME_WITH_THE_PAGE =
            """
            [...document.images].every((image) => image.complete && image.naturalWidth > 0)
            """;

    private static final String WHAT_IS_SCROLLED_IS_REACHED_BY_KEYBOARD =
            """
            [...document.querySelectorAll("pre, .table, .drawing")].every((block) => block.tabIndex === 0)
            """;

    private Page page;

    @BeforeEach
    void openPage(HeadlessBrowser browser) throws Exception {
        page = browser.open();
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    /// Each is opened once for all that is asked of it in this window. No colour depends on how wide the window is,
    /// and what is shown in it on no colour.
    @ParameterizedTest
    @CsvSource({"320, DARK", "1400, LIGHT"})
    void everyPageFitsShowsItsDrawingsAndShutsNobodyOut(int width, ColorScheme scheme)
            throws Exception {
        page.setViewportSize(width, HIGH);
        system(scheme);
        assertThat(pages()).isNotEmpty();
        for (var file : pages()) {
            open(file);

            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", file)
                    .isLessThanOrEqualTo(width);
            assertThat((boolean) page.evaluate(ALL_IMAGES_CAME_WITH_THE_PAGE))
                    .as("every drawing of %s is there", file)
                    .isTrue();
            assertThat((boolean) page.evaluate(WHAT_IS_SCROLLED_IS_REACHED_BY_KEYBOARD))
                    .as("what is scrolled by itself in %s is reached by keyboard", file)
                    .isTrue();
            assertThat(Axe.seriousFaults(page)).as(file.toString()).isEmpty();
        }
    }

    @Test
    void aButtonTurnsLightIntoDarkAndBack() throws Exception {
        open(SITE.resolve("index.html"));
        var before = background();
        page.click("#theme");
        var other = background();
        page.click("#theme");

        assertThat(other).isNotEqualTo(before);
        assertThat(background()).isEqualTo(before);
    }

    @Test
    void aChoiceHoldsWhateverTheSystemDoesUntilItIsTakenBack() throws Exception {
        system(ColorScheme.DARK);
        open(SITE.resolve("index.html"));
        var dark = background();
        page.click("#theme");
        var light = background();

        system(ColorScheme.LIGHT);
        assertThat(background()).isEqualTo(light);
        system(ColorScheme.DARK);
        assertThat(background()).isEqualTo(light);

        page.click("#theme");
        assertThat(background()).isEqualTo(dark);
        system(ColorScheme.LIGHT);
        assertThat(background()).isEqualTo(light);
    }

    /// Which comes after the page.
    @Test
    void whatWasChosenIsShownBeforeTheScriptHasCome() throws Exception {
        system(ColorScheme.LIGHT);
        open(SITE.resolve("index.html"));
        page.click("#theme");
        var dark = background();

        page.route("**/course.js", Route::abort);
        page.reload();

        assertThat(background()).isEqualTo(dark);
        page.evaluate("localStorage.clear()");
    }

    /// The next one may belong to another terminal.
    @Test
    void aCommandIsCopiedByItselfAndCodeAsAWhole() throws Exception {
        page.addInitScript(
                "navigator.clipboard.writeText = async text => { window.copied = text; }");
        open(SITE.resolve("steps/step01.html"));

        page.click("pre kbd + button");
        assertThat(page.evaluate("copied")).isEqualTo("./course run 2 --threads 1");

        var code = page.textContent("pre.java code");
        page.click("pre.java > button");
        assertThat(page.evaluate("copied")).isEqualTo(code);
    }

    @Test
    void whatIsSelectedByHandHasNothingOfTheButtons() throws Exception {
        open(SITE.resolve("steps/step01.html"));

        var selected =
                page.evaluate(
                        "const selection = getSelection();"
                                + "selection.selectAllChildren(document.querySelector('pre.console'));"
                                + "selection.toString()");

        assertThat(selected.toString()).contains("--threads 1").doesNotContain("Copy");
    }

    private void system(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private Object background() {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private void open(Path file) {
        page.navigate(file.toUri().toString());
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
