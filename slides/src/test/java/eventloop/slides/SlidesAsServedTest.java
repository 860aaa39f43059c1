package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.Step;
import eventloop.lab.show.browser.HeadlessBrowser;
import eventloop.lab.show.browser.NeedsBrowser;
import eventloop.lab.show.browser.PageLog;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The deck as `./course slides` shows it: served by the last step, as a whole or short.
@NeedsBrowser
class SlidesAsServedTest {
    private static final String TITLES =
            """
            Reveal.getSlides()
                .map(slide => slide.querySelector('h1, h2').textContent.trim().replace(/\\s+/g, ' '))
            """;

    private static RunningServer server;
    private static Page page;
    private PageLog log;

    @BeforeAll
    static void serveDeck(HeadlessBrowser browser) throws Exception {
        var last = Step.in(Path.of("..")).getLast();
        server = RunningServer.start(last, BuiltDeck.FILE.getParent(), Placement.ANYWHERE);
        page = browser.open();
    }

    @AfterAll
    static void endServer() {
        server.close();
    }

    @BeforeEach
    void beginLog() {
        log = PageLog.of(page);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theShortDeckLeavesOutWhatIsDeeper(boolean isShort) throws Exception {
        var shown =
                BuiltDeck.slides()
                        .filter(slide -> !(isShort && slide.hasClass("deeper")))
                        .map(BuiltDeck::title)
                        .toList();

        page.navigate(server.address().resolve(isShort ? "?short" : "").toString());
        page.waitForFunction("Reveal.isReady()");

        assertThat(page.evaluate(TITLES)).isEqualTo(shown);
    }

    @Test
    void allThatItNeedsIsServed() throws Exception {
        page.navigate(server.address().toString());
        page.evaluate("Promise.all([...document.images].map(image => image.decode()))");

        assertThat(log.problems()).isEmpty();
        assertThat(log.requests())
                .hasSizeGreaterThan(5)
                .allSatisfy(request -> assertThat(request).startsWith(server.address().toString()));
    }
}
