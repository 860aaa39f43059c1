package eventloop.slides;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The deck as it was built, and questions that tests ask about it.
final class BuiltDeck {
    static final Path FILE = Path.of("target/deck/index.html").toAbsolutePath();
    static final URI ADDRESS = FILE.toUri();

    /// Goes to each of the first slides, for those that are far away have no size, and names those of which something lies
    /// outside of the slide or of its listing.
    private static final String OVERFULL =
            """
            async first => {
                const { width, height } = Reveal.getConfig();
                const over = (e, w, h) => e.scrollWidth > w + 1 || e.scrollHeight > h + 1;
                await document.fonts.ready;
                const bad = [];
                for (const slide of Reveal.getSlides().slice(0, first)) {
                    const { h, v } = Reveal.getIndices(slide);
                    Reveal.slide(h, v);
                    await new Promise(requestAnimationFrame);
                    const parts = [...slide.querySelectorAll('pre, pre code')];
                    const box = slide.getBoundingClientRect();
                    if (over(slide, width, height)
                            || parts.some(e => over(e, e.clientWidth, e.clientHeight))
                            || box.left < -1 || box.top < -1
                            || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
                        bad.push(slide.querySelector('h1, h2').textContent);
                    }
                }
                return bad;
            }
            """;

    private BuiltDeck() {}

    static Document html() {
        try {
            return Jsoup.parse(FILE);
        } catch (IOException notBuilt) {
            throw new UncheckedIOException(notBuilt);
        }
    }

    static Stream<Element> slides() {
        return html().select(".slides > section").stream();
    }

    static String title(Element slide) {
        return slide.selectFirst("h1, h2").text();
    }

    static List<?> overfull(Page page) {
        return overfull(page, Integer.MAX_VALUE);
    }

    /// @param first how many are looked at
    static List<?> overfull(Page page, int first) {
        return (List<?>) page.evaluate(OVERFULL, first);
    }
}
