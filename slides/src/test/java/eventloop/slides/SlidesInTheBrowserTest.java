package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eventloop.lab.show.browser.HeadlessBrowser;
import eventloop.lab.show.browser.NeedsBrowser;
import eventloop.lab.show.browser.PageLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the audience sees, from disk.
@NeedsBrowser
class SlidesInTheBrowserTest {
    private Page page;
    private PageLog log;

    @BeforeEach
    void openDeck(HeadlessBrowser browser) throws Exception {
        page = browser.open();
        log = PageLog.of(page);
        page.navigate(BuiltDeck.ADDRESS.toString());
        page.waitForFunction("Reveal.isReady()");
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    /// The deck is gone through once for all that is asked of it in this window.
    @ParameterizedTest
    @CsvSource({"1920, 1080", "1024, 768"})
    void everySlideFitsNothingIsMissingAndNothingComesFromElsewhere(int width, int height)
            throws Exception {
        page.setViewportSize(width, height);

        assertThat(BuiltDeck.overfull(page)).isEmpty();

        var here = BuiltDeck.FILE.getParent().toUri().toString();
        assertThat(log.problems()).isEmpty();
        assertThat(log.requests())
                .hasSizeGreaterThan(5)
                .allSatisfy(request -> assertThat(request).startsWith(here));
        assertThat((boolean) page.evaluate("[...document.images].every(i => i.naturalWidth > 0)"))
                .isTrue();
    }

    /// Three ways in which a slide can be too full: too long itself, a listing too long, a listing too wide.
    @Test
    void aSlideThatIsTooFullIsFound() throws Exception {
        page.evaluate(
                """
                ['too much '.repeat(300), '<pre>' + 'a line\\n'.repeat(40) + '</pre>',
                        '<pre><code>' + 'long'.repeat(60) + '</code></pre>'].forEach((fill, i) => {
                    const added = document.createElement('div');
                    added.innerHTML = fill;
                    Reveal.getSlides()[i + 1].append(added);
                })
                """);

        assertThat(BuiltDeck.overfull(page, 5)).hasSize(3);
    }

    @Test
    void aMissingPictureIsFound() throws Exception {
        page.evaluate(
                "new Promise(r => { const i = new Image(); i.onerror = r; i.src = 'nowhere.svg' })");

        page.waitForCondition(() -> !log.problems().isEmpty());
    }

    @Test
    void theSpeakerHasNotesAndTheNextSlide() throws Exception {
        var speaker = page.waitForPopup(() -> page.keyboard().press("s"));

        var notes = speaker.locator(".speaker-controls-notes .value");
        notes.filter(new Locator.FilterOptions().setHasText("Say")).waitFor();
        assertThat(notes.textContent()).contains("Say", "Ask");
        waitForSlide(0, speaker, "#current-slide");
        waitForSlide(1, speaker, "#upcoming-slide");
        speaker.close();
    }

    @Test
    void theSpeakersWindowTurnsThePageOfTheAudience() throws Exception {
        var speaker = page.waitForPopup(() -> page.keyboard().press("s"));
        waitForSlide(0, speaker, "#current-slide");

        speaker.keyboard().press("ArrowRight");

        page.waitForFunction("Reveal.getSlidePastCount() === 1");
        waitForSlide(1, speaker, "#current-slide");
        waitForSlide(2, speaker, "#upcoming-slide");
        speaker.close();
    }

    /// In that part of the speaker's window.
    private static void waitForSlide(int number, Page speaker, String part) {
        speaker.waitForSelector(part + " iframe")
                .contentFrame()
                .waitForFunction(
                        "number => window.Reveal?.isReady() && Reveal.getSlidePastCount() === number",
                        number);
    }
}
