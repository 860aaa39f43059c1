package eventloop.lab.show.browser;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Programs;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Chromium, Chrome or Edge without a window, with nothing remembered from before. Ends with the lab.
public final class Chromium implements AutoCloseable {
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

    /// Without a window, and nothing that the browser asks for by itself.
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-popup-blocking",
                    "--disable-dev-shm-usage",
                    "--remote-debugging-port=0");

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final int LONGEST_END_SECONDS = 5;

    private final TemporaryDirectory profile;
    private final Process process;
    private final DevTools devTools;

    private Chromium(TemporaryDirectory profile, Process process, DevTools devTools) {
        this.profile = profile;
        this.process = process;
        this.devTools = devTools;
    }

    /// The browser of this machine, if there is one.
    public static Optional<Path> program() {
        return Stream.concat(
                        NAMES.stream().map(Programs::find).flatMap(Optional::stream),
                        PLACES.stream().map(Path::of).filter(Files::isExecutable))
                .findFirst();
    }

    /// @throws IOException if there is no browser, or it does not start
    public static Chromium start() throws IOException {
        var program =
                program()
                        .orElseThrow(() ->
                                new IOException(
                                        "there is no Chromium, Chrome or Edge on this machine"));
        var profile = TemporaryDirectory.create("browser");
        var process = Children.start(List.of(), command(program, profile.path()));
        var errors = process.errorReader();
        var devTools = new DevTools(address(errors));
        Thread.ofVirtual().start(() -> errors.lines().forEach(line -> {}));
        return new Chromium(profile, process, devTools);
    }

    private static List<String> command(Path program, Path profile) {
        return Stream.of(
                        List.of(program.toString()),
                        FLAGS,
                        rootHasNoSandbox(),
                        List.of("--user-data-dir=" + profile, "about:blank"))
                .flatMap(List::stream)
                .toList();
    }

    /// The browser refuses to start for root, as in a container, unless it is told so.
    private static List<String> rootHasNoSandbox() {
        boolean isRoot =
                File.separatorChar == '/' && System.getProperty("user.name").equals("root");
        return isRoot ? List.of("--no-sandbox") : List.of();
    }

    private static URI address(BufferedReader errors) throws IOException {
        for (var line = errors.readLine(); line != null; line = errors.readLine()) {
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                return URI.create(listening.group(1));
            }
        }
        throw new IOException("the browser has ended instead of starting");
    }

    /// A fresh, empty tab.
    public BrowserTab open() throws IOException {
        var tab =
                devTools.command("", "Target.createTarget", Map.of("url", "about:blank"))
                        .path("targetId")
                        .asString();
        return new BrowserTab(devTools, tab);
    }

    /// Tabs and windows that pages have opened, such as the speaker's.
    public List<BrowserTab> openedByPages() throws IOException {
        var all = devTools.command("", "Target.getTargets", Map.of()).path("targetInfos");
        var opened = new ArrayList<BrowserTab>();
        for (var target : all) {
            if (target.path("type").asString().equals("page") && target.has("openerId")) {
                opened.add(new BrowserTab(devTools, target.path("targetId").asString()));
            }
        }
        return opened;
    }

    @Override
    public void close() {
        devTools.close();
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException impatient) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        profile.close();
    }
}
