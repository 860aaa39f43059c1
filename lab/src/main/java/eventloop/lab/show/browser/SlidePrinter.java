package eventloop.lab.show.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// A deck on paper, a slide a page.
public final class SlidePrinter {
    /// The pages are there only when reveal.js says so, some time after the page is loaded: printed before, they
    /// are one blank page.
    private static final String LISTEN =
            "window.printed = new Promise(r => document.addEventListener('pdf-ready', () => r(true)))";

    private SlidePrinter() {}

    /// @param deck the address of its page
    /// @throws IOException if there is no browser, or the deck cannot be printed
    public static void print(URI deck, Path file) throws IOException {
        try (var browser = Chromium.start()) {
            print(browser, deck, file);
        }
    }

    public static void print(Chromium browser, URI deck, Path file) throws IOException {
        var tab = browser.open();
        tab.prefer("light");
        layOut(tab, deck);
        tab.print(file);
    }

    /// Shows all slides at once, as pages, and returns when they are there.
    public static void layOut(BrowserTab tab, URI deck) throws IOException {
        tab.runBeforePages(LISTEN);
        tab.open(URI.create(deck + "?view=print"));
        tab.evaluate("window.printed.then(() => document.fonts.ready).then(() => true)");
    }
}
