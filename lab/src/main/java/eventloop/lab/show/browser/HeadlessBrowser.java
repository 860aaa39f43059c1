package eventloop.lab.show.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import eventloop.lab.measure.server.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A Chromium, Chrome or Edge without a window, with nothing remembered from before, driven by
/// [Playwright](https://playwright.dev/java/). It and its pages belong to the thread that has started it, and end with
/// the lab.
public final class HeadlessBrowser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "chrome", "msedge");

    /// Where macOS and Windows put what is on nobody's path.
    private static final List<String> PLACES =
            List.of(
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
                    "C:/Program Files/Google/Chrome/Application/chrome.exe",
                    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe");

    private static final String INSTALLATION =
            "apt-get install chromium, brew install --cask google-chrome, or https://www.google.com/chrome/";

    private final Playwright playwright;
    private final BrowserContext context;

    private HeadlessBrowser(Playwright playwright, BrowserContext context) {
        this.playwright = playwright;
        this.context = context;
    }

    /// What has to be installed before a browser can be started; empty if all is there.
    public static Optional<MissingPart> missing() {
        return program().isEmpty()
                ? Optional.of(new MissingPart("there is no Chromium, Chrome or Edge", INSTALLATION))
                : DriverNode.ofThisMachine().missing();
    }

    private static Optional<Path> program() {
        return Stream.concat(
                        NAMES.stream().map(Programs::find).flatMap(Optional::stream),
                        PLACES.stream().map(Path::of).filter(Files::isExecutable))
                .findFirst();
    }

    /// @throws IOException if something is missing, or the browser does not start
    public static HeadlessBrowser start() throws IOException {
        var missing = missing();
        if (missing.isPresent()) {
            throw new IOException(missing.get().words());
        }
        var options = new Playwright.CreateOptions().setEnv(environment());
        var playwright = Playwright.create(options);
        try {
            return new HeadlessBrowser(playwright, launch(playwright.chromium()));
        } catch (PlaywrightException failure) {
            playwright.close();
            throw new IOException("the browser does not start: " + failure.getMessage(), failure);
        }
    }

    /// Both are what is installed here: Playwright would bring its own.
    private static Map<String, String> environment() {
        return Map.of(
                "PLAYWRIGHT_NODEJS_PATH",
                DriverNode.path().orElseThrow().toString(),
                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                "1");
    }

    /// With a profile, as everybody's browser has one: without, it opens no connection ahead. Playwright makes an empty
    /// one where none is named.
    private static BrowserContext launch(BrowserType chromium) {
        var options =
                new BrowserType.LaunchPersistentContextOptions()
                        .setExecutablePath(program().orElseThrow());
        return chromium.launchPersistentContext(Path.of(""), options);
    }

    /// A fresh, empty page.
    public Page open() {
        return context.newPage();
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
