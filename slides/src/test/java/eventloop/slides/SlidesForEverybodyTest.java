package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eventloop.lab.show.browser.Axe;
import eventloop.lab.show.browser.HeadlessBrowser;
import eventloop.lab.show.browser.NeedsBrowser;
import eventloop.lab.show.browser.SlidePrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whether everybody can read the slides, in the judgement of axe.
@NeedsBrowser
class SlidesForEverybodyTest {
    /// To judge is slow.
    private static final String KEEP_ONE_OF_EACH_KIND =
            """
            const seen = new Set();
            document.querySelectorAll('.pdf-page').forEach(page => {
                const parts = ['pre', 'table', 'img', 'ul', '.claim.holds', '.claim.not'];
                const kind = page.querySelector('section').className + parts.filter(part => page.querySelector(part));
                seen.has(kind) ? page.remove() : seen.add(kind);
            })
            """;

    private Page page;

    @BeforeEach
    void openPage(HeadlessBrowser browser) {
        page = browser.open();
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    /// Judged as they are printed, all at once: axe looks at what is shown only. The converter's settings for phones,
    /// the numbers of slides, code in colours: all of these have failed here.
    @Test
    void nobodyIsShutOut() throws Exception {
        SlidePrinter.layOut(page, BuiltDeck.ADDRESS);

        assertThat(Axe.seriousFaults(page)).isEmpty();
    }

    /// Only the colours are others.
    @Test
    void nobodyIsShutOutInTheDark() throws Exception {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        SlidePrinter.layOut(page, BuiltDeck.ADDRESS);
        page.evaluate(KEEP_ONE_OF_EACH_KIND);

        assertThat(Axe.seriousFaults(page)).isEmpty();
    }

    /// A test that finds nothing may not have looked.
    @Test
    void aFaultIsFound() throws Exception {
        SlidePrinter.layOut(page, BuiltDeck.ADDRESS);
        page.evaluate(KEEP_ONE_OF_EACH_KIND);
        page.evaluate("document.querySelector('h2').style.color = '#eee'");

        assertThat(Axe.seriousFaults(page)).hasSize(1);
    }
}
