package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.show.browser.BrowserTab;
import eventloop.lab.show.browser.Chromium;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.textContent = 'too much '.repeat(300)",
                "p.innerHTML = '<pre>' + 'a line\\n'.repeat(40) + '</pre>'",
                "p.innerHTML = '<pre><code>' + 'long'.repeat(60) + '</code></pre>'"
            })
    void aSlideThatIsTooFullIsFound(String fill) throws Exception {
        tab.evaluate(
                "{ const p = document.createElement('div'); Reveal.getSlides()[1].append(p); "
                        + fill
                        + " }");

        assertThat(BuiltDeck.overfull(tab)).hasSize(1);
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

    /// The converter's settings for phones, the numbers of slides, code in colours: all of these have failed here.
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nobodyIsShutOut(String scheme) throws Exception {
        tab.prefer(scheme);
        try (var axe = SlidesInTheBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            tab.evaluate(new String(axe.readAllBytes()));
        }

        assertThat(seriousFaults(tab)).isEmpty();
    }

    private static List<String> seriousFaults(BrowserTab tab) throws IOException {
        var faults =
                tab.evaluate(
                        """
                        (async () => {
                            const bad = new Set();
                            for (const slide of Reveal.getSlides()) {
                                const { h, v } = Reveal.getIndices(slide);
                                Reveal.slide(h, v);
                                const found = await axe.run(document, { preload: false, resultTypes: ['violations'] });
                                for (const fault of found.violations) {
                                    if (['serious', 'critical'].includes(fault.impact)) {
                                        bad.add(slide.querySelector('h1, h2').textContent + ': ' + fault.id
                                                + ' ' + fault.nodes[0].html.slice(0, 120));
                                    }
                                }
                            }
                            return [...bad];
                        })()
                        """);
        return faults.valueStream().map(fault -> fault.asString()).toList();
    }
}
