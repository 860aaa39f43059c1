package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.show.browser.Axe;
import eventloop.lab.show.browser.Chromium;
import eventloop.lab.show.browser.NeedsBrowser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page that `./course compare` and `./course report` make, as a browser shows it, from disk.
@NeedsBrowser
class ReportInTheBrowserTest {
    private static final Path RESULTS = Path.of("results");
    private static final int HIGH = 900;

    @TempDir private static Path directory;
    private static Path page;
    private static Chromium browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        var stored = List.of(RESULTS.resolve("two-minutes.json"), RESULTS.resolve("claims.json"));
        page = Report.write(directory, StoredRun.read(stored));
        browser = Chromium.start();
    }

    @AfterAll
    static void endBrowser() {
        browser.close();
    }

    /// Axe also finds what is scrolled by itself and not reached by the keyboard.
    @ParameterizedTest
    @CsvSource({"400, light", "400, dark", "1400, light", "1400, dark"})
    void theReportFitsTheWindowAndShutsNobodyOut(int width, String scheme) throws Exception {
        var tab = browser.open();
        tab.resize(width, HIGH);
        tab.prefer(scheme);
        tab.open(page.toUri());

        assertThat(tab.problems()).isEmpty();
        assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(Axe.seriousFaults(tab)).isEmpty();
    }
}
