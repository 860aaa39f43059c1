package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eventloop.lab.show.browser.Axe;
import eventloop.lab.show.browser.HeadlessBrowser;
import eventloop.lab.show.browser.NeedsBrowser;
import eventloop.lab.show.browser.PageLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page that `./course compare` and `./course report` make, as a browser shows it, from disk.
@NeedsBrowser
class ReportInTheBrowserTest {
    private static final Path RESULTS = Path.of("results");
    private static final int HIGH = 900;

    @TempDir private static Path directory;
    private static Path report;

    @BeforeAll
    static void writeReport() throws Exception {
        var stored = List.of(RESULTS.resolve("two-minutes.json"), RESULTS.resolve("claims.json"));
        report = Report.write(directory, StoredRun.read(stored));
    }

    /// Axe also finds what is scrolled by itself and not reached by the keyboard. No colour depends on how wide the window
    /// is, and what is shown in it on no colour.
    @ParameterizedTest
    @CsvSource({"320, DARK", "1400, LIGHT"})
    void theReportFitsTheWindowAndShutsNobodyOut(
            int width, ColorScheme scheme, HeadlessBrowser browser) throws Exception {
        try (var page = browser.open()) {
            var log = PageLog.of(page);
            page.setViewportSize(width, HIGH);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate(report.toUri().toString());

            assertThat(log.problems()).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.seriousFaults(page)).isEmpty();
        }
    }

    @Test
    void aShadeSaysThatThereIsMoreOfAPictureUntilItsEndIsSeen(HeadlessBrowser browser)
            throws Exception {
        try (var page = browser.open()) {
            page.setViewportSize(320, HIGH);
            page.navigate(report.toUri().toString());
            var wide = page.locator(".wide").first();
            int shaded = colourAtTheRightEdge(wide);

            wide.evaluate("block => block.scrollLeft = block.scrollWidth");

            assertThat(shaded).isNotEqualTo(colourAtTheRightEdge(wide));
        }
    }

    /// In the first line, where there is nothing but paper.
    private static int colourAtTheRightEdge(Locator block) throws IOException {
        var shown = ImageIO.read(new ByteArrayInputStream(block.screenshot()));
        return shown.getRGB(shown.getWidth() - 5, 1);
    }
}
