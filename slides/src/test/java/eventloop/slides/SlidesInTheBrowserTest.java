package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.show.browser.Axe;
import eventloop.lab.show.browser.BrowserTab;
import eventloop.lab.show.browser.Chromium;
import eventloop.lab.show.browser.NeedsBrowser;
import eventloop.lab.show.browser.SlidePrinter;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the audience sees, from disk.
@NeedsBrowser
class SlidesInTheBrowserTest {
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
    void openDeck() throws Exception {
        tab = browser.open();
        tab.resize(1280, 720);
        tab.open(BuiltDeck.ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1024, 768"})
    void everySlideFits(int width, int height) throws Exception {
        tab.resize(width, height);

        assertThat(BuiltDeck.overfull(tab)).isEmpty();
    }

    /// Three ways in which a slide can be too full: too long itself, a listing too long, a listing too wide.
    @Test
    void aSlideThatIsTooFullIsFound() throws Exception {
        tab.evaluate(
                """
                ['too much '.repeat(300), '<pre>' + 'a line\\n'.repeat(40) + '</pre>',
                        '<pre><code>' + 'long'.repeat(60) + '</code></pre>'].forEach((fill, i) => {
                    const added = document.createElement('div');
                    added.innerHTML = fill;
                    Reveal.getSlides()[i + 1].append(added);
                })
                """);

        assertThat(BuiltDeck.overfull(tab)).hasSize(3);
    }

    @Test
    void nothingIsMissingAndNothingComesFromElsewhere() throws Exception {
        BuiltDeck.overfull(tab);

        var here = BuiltDeck.FILE.getParent().toUri().toString();
        assertThat(tab.problems()).isEmpty();
        assertThat(tab.requests())
                .hasSizeGreaterThan(5)
                .allSatisfy(request -> assertThat(request).startsWith(here));
        assertThat(tab.evaluate("[...document.images].every(i => i.naturalWidth > 0)").asBoolean())
                .isTrue();
    }

    @Test
    void aMissingPictureIsFound() throws Exception {
        tab.evaluate(
                "new Promise(r => { const i = new Image(); i.onerror = r; i.src = 'nowhere.svg' })");

        await().untilAsserted(() -> assertThat(tab.problems()).isNotEmpty());
    }

    @Test
    void theSpeakerHasNotesAndTheNextSlide() throws Exception {
        tab.press('s');

        var speaker = await().until(() -> theSpeakers(), BrowserTab.class::isInstance);
        await().ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(text(speaker, ".speaker-controls-notes .value"))
                                .contains("Say", "Ask"));
        assertThat(speaker.evaluate("document.querySelectorAll('iframe').length").asInt())
                .isEqualTo(2);
    }

    /// Null until there is one.
    private static BrowserTab theSpeakers() throws IOException {
        return browser.openedByPages().stream().findFirst().orElse(null);
    }

    private static String text(BrowserTab page, String selector) throws IOException {
        return page.evaluate("document.querySelector('%s').textContent".formatted(selector))
                .asString();
    }

    /// Judged as they are printed, all at once: axe looks at what is shown only. The converter's settings for phones,
    /// the numbers of slides, code in colours: all of these have failed here.
    @Test
    void nobodyIsShutOut() throws Exception {
        tab.prefer("light");
        SlidePrinter.layOut(tab, BuiltDeck.ADDRESS);

        assertThat(Axe.seriousFaults(tab)).isEmpty();
    }

    /// Only the colours are others.
    @Test
    void nobodyIsShutOutInTheDark() throws Exception {
        tab.prefer("dark");
        SlidePrinter.layOut(tab, BuiltDeck.ADDRESS);
        tab.evaluate(KEEP_ONE_OF_EACH_KIND);

        assertThat(Axe.seriousFaults(tab)).isEmpty();
    }

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

    /// A test that finds nothing may not have looked.
    @Test
    void aFaultIsFound() throws Exception {
        tab.prefer("light");
        SlidePrinter.layOut(tab, BuiltDeck.ADDRESS);
        tab.evaluate(KEEP_ONE_OF_EACH_KIND);
        tab.evaluate("document.querySelector('h2').style.color = '#eee'");

        assertThat(Axe.seriousFaults(tab)).hasSize(1);
    }
}
