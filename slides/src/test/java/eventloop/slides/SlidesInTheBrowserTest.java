package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.show.browser.BrowserTab;
import eventloop.lab.show.browser.Chromium;
import eventloop.lab.show.browser.SlidePrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nobodyIsShutOut(String scheme) throws Exception {
        tab.prefer(scheme);
        SlidePrinter.layOut(tab, BuiltDeck.ADDRESS);

        assertThat(seriousFaults()).isEmpty();
    }

    /// A test that finds nothing may not have looked.
    @Test
    void aFaultIsFound() throws Exception {
        SlidePrinter.layOut(tab, BuiltDeck.ADDRESS);
        tab.evaluate("document.querySelector('h2').style.color = '#eee'");

        assertThat(seriousFaults()).hasSize(1);
    }

    private List<String> seriousFaults() throws IOException {
        try (var axe = SlidesInTheBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            tab.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        var faults =
                tab.evaluate(
                        """
                        axe.run(document, { preload: false, resultTypes: ['violations'] }).then(found =>
                            found.violations
                                .filter(fault => ['serious', 'critical'].includes(fault.impact))
                                .flatMap(fault => fault.nodes.map(node => fault.id + ' ' + node.html.slice(0, 120))))
                        """);
        return faults.valueStream().map(fault -> fault.asString()).toList();
    }
}
