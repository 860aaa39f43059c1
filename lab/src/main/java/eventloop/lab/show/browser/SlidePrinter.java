package eventloop.lab.show.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// A deck on paper, a slide a page.
public final class SlidePrinter {
    /// The pages are there only when reveal.js says so, some time after the page is loaded: printed before, they
    /// are one blank page.
    private static final String LISTEN =
            "window.printed = new Promise(r => document.addEventListener('pdf-ready', () => r(true)))";

    /// Without its letters or its pictures a page is one of a heading and nothing else.
    private static final String AWAIT =
            """
            (async () => {
                await window.printed;
                await document.fonts.ready;
                await Promise.all([...document.images].map(image => image.decode()));
            })()
            """;

    private SlidePrinter() {}

    /// @param deck the address of its page
    /// @throws IOException if there is no browser, or no node that can drive it, or it cannot print to that file
    public static void print(URI deck, Path file) throws IOException {
        try (var browser = HeadlessBrowser.start()) {
            var page = browser.open();
            layOut(page, deck);
            page.pdf(
                    new Page.PdfOptions()
                            .setPath(file)
                            .setPrintBackground(true)
                            .setPreferCSSPageSize(true));
        } catch (PlaywrightException failure) {
            throw new IOException("the slides cannot be printed: " + failure.getMessage(), failure);
        }
    }

    /// Shows all slides at once, as pages, and returns when they are there.
    public static void layOut(Page page, URI deck) {
        page.addInitScript(LISTEN);
        page.navigate(deck + (deck.getQuery() == null ? "?" : "&") + "view=print");
        page.evaluate(AWAIT);
    }
}
