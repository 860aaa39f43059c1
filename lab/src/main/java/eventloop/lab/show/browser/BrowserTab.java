package eventloop.lab.show.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// One page of the browser. Remembers what the page asked for and what went wrong on it.
public final class BrowserTab {
    private final DevTools devTools;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();

    BrowserTab(DevTools devTools, String target) throws IOException {
        this.devTools = devTools;
        session =
                devTools.command(
                                "",
                                "Target.attachToTarget",
                                Map.of("targetId", target, "flatten", true))
                        .path("sessionId")
                        .asString();
        devTools.listen(session, this::remember);
        for (var domain : List.of("Page", "Runtime", "Network", "Log")) {
            command(domain + ".enable", Map.of());
        }
    }

    private void remember(JsonNode event) {
        var told = event.path("params");
        switch (event.path("method").asString()) {
            case "Network.requestWillBeSent" -> rememberRequest(told);
            case "Network.responseReceivedExtraInfo" -> rememberAnswer(told);
            case "Network.responseReceived" -> rememberResponse(told.path("response"));
            case "Network.loadingFailed" -> problems.add(told.path("errorText").asString());
            case "Runtime.exceptionThrown" ->
                    problems.add(told.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> rememberConsole(told);
            case "Log.entryAdded" -> rememberEntry(told.path("entry"));
            default -> {}
        }
    }

    private void rememberRequest(JsonNode request) {
        var address = request.path("request").path("url").asString();
        requests.add(address);
        addresses.put(request.path("requestId").asString(), address);
    }

    /// What came over the network: where that was a 304, the page is told of the 200 that the browser had kept.
    private void rememberAnswer(JsonNode answer) {
        var address = addresses.get(answer.path("requestId").asString());
        answers.add("%d %s".formatted(answer.path("statusCode").asInt(), address));
    }

    private void rememberResponse(JsonNode response) {
        connections.add(response.path("connectionId").asInt());
        if (response.path("status").asInt() >= 400) {
            problems.add(response.path("status").asInt() + " " + response.path("url").asString());
        }
    }

    private void rememberConsole(JsonNode call) {
        if (call.path("type").asString().equals("error")) {
            problems.add(call.path("args").toString());
        }
    }

    private void rememberEntry(JsonNode entry) {
        if (entry.path("level").asString().equals("error")) {
            problems.add(entry.path("text").asString() + " " + entry.path("url").asString());
        }
    }

    /// Everything that the page has asked for, in order.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// What servers have answered, each as `304 http://…`, in order.
    public List<String> answers() {
        return List.copyOf(answers);
    }

    /// On how many connections something was answered.
    public int connections() {
        return connections.size();
    }

    /// Answers of 400 and more, requests that failed, and errors of scripts or on the console.
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /// Opens an address, and returns once the page and all it needs are there.
    public void open(URI address) throws IOException {
        command(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", "window.loaded = new Promise(r => addEventListener('load', r))"));
        command("Page.navigate", Map.of("url", address.toString()));
        evaluate("window.loaded.then(() => true)");
    }

    /// Has a script run before those of the pages that are opened from now on.
    public void runBeforePages(String script) throws IOException {
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /// The value of a JavaScript expression, waited for if it is a promise.
    ///
    /// @throws IOException if it throws, with its message
    public JsonNode evaluate(String expression) throws IOException {
        var answer =
                command(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "awaitPromise",
                                true,
                                "returnByValue",
                                true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /// Makes the page so large, in CSS pixels.
    public void resize(int width, int height) throws IOException {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /// @param scheme `light` or `dark`
    public void prefer(String scheme) throws IOException {
        var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    /// Presses a key that is a letter.
    public void press(char letter) throws IOException {
        for (var type : List.of("keyDown", "keyUp")) {
            command(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            Character.toString(letter),
                            "windowsVirtualKeyCode",
                            (int) Character.toUpperCase(letter)));
        }
    }

    /// What is seen of the page, as WebP.
    public void screenshot(Path file) throws IOException {
        write(command("Page.captureScreenshot", Map.of("format", "webp", "quality", 80)), file);
    }

    /// The page on paper, in the size it has chosen itself.
    public void print(Path file) throws IOException {
        write(
                command(
                        "Page.printToPDF",
                        Map.of("printBackground", true, "preferCSSPageSize", true)),
                file);
    }

    private static void write(JsonNode answer, Path file) throws IOException {
        Files.write(file, Base64.getDecoder().decode(answer.path("data").asString()));
    }

    private JsonNode command(String method, Map<String, ?> parameters) throws IOException {
        return devTools.command(session, method, parameters);
    }
}
