package eventloop.lab.show.browser;

import eventloop.lab.measure.result.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// The [DevTools protocol](https://chromedevtools.github.io/devtools-protocol/): commands and their answers, and
/// events, as JSON over one WebSocket. Commands may be sent from any thread; events are told on the WebSocket's.
final class DevTools implements WebSocket.Listener, AutoCloseable {
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(60);

    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final StringBuilder message = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    /// @throws IOException if nobody answers there
    DevTools(URI address) throws IOException {
        try {
            socket = http.newWebSocketBuilder().buildAsync(address, this).join();
        } catch (CompletionException cannot) {
            throw new IOException("the browser does not answer", cannot);
        }
    }

    /// Has the browser do something, and waits until it has.
    ///
    /// @param session of the tab that is meant; empty for the browser itself
    /// @throws IOException if the browser says that it cannot, or says nothing for a minute
    JsonNode command(String session, String method, Map<String, ?> parameters) throws IOException {
        int id = lastId.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        var command = new LinkedHashMap<String, Object>();
        command.put("id", id);
        command.put("method", method);
        command.put("params", parameters);
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        send(Json.line(command));
        try {
            return answer.orTimeout(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            throw new IOException(method + ": " + failure.getCause().getMessage(), failure);
        }
    }

    private synchronized void send(String text) {
        socket.sendText(text, true).join();
    }

    /// Tells all events of a tab from now on.
    ///
    /// @param listener gets `method` and `params`
    void listen(String session, Consumer<JsonNode> listener) {
        listeners.put(session, listener);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            take(Json.read(message.toString(), JsonNode.class));
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode said) {
        if (said.has("id")) {
            answer(waiting.remove(said.get("id").asInt()), said);
        } else {
            var session = said.path("sessionId").asString("");
            listeners.getOrDefault(session, event -> {}).accept(said);
        }
    }

    private static void answer(CompletableFuture<JsonNode> asker, JsonNode said) {
        if (said.has("error")) {
            asker.completeExceptionally(
                    new IOException(said.path("error").path("message").asString()));
        } else {
            asker.complete(said.get("result"));
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
