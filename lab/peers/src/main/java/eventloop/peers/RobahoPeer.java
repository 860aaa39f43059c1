package eventloop.peers;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import eventloop.peers.SiteFiles.Found;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import robaho.net.httpserver.DefaultHttpServerProvider;

/// robaho's server, which takes the place of the JDK's own behind the same interface: a virtual thread for each
/// connection. The JDK's handler of files does not answer on it, so this is one of ours.
final class RobahoPeer {
    /// To `sendResponseHeaders`: no body follows. 0 would be one of unknown length.
    private static final int NO_BODY = -1;

    private record Content(byte[] bytes, Headers headers) {}

    private final SiteFiles<Content> files;

    private RobahoPeer(Path root) {
        files = new SiteFiles<>(root, (file, bytes) -> new Content(bytes, headers(file)));
    }

    static int start(InetSocketAddress address, Path root) throws IOException {
        // Without this, a body that does not fit into the first packet waits for the client's late
        // ACK.
        System.setProperty("robaho.net.httpserver.nodelay", "true");
        System.setProperty(
                "robaho.net.httpserver.maxIdleConnections", String.valueOf(Peer.MOST_CONNECTIONS));
        System.setProperty(
                "robaho.net.httpserver.idleInterval",
                String.valueOf(Peer.IDLE_TIMEOUT.toSeconds()));
        var server = new DefaultHttpServerProvider().createHttpServer(address, Peer.BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new RobahoPeer(root)::handle);
        server.start();
        return server.getAddress().getPort();
    }

    private static Headers headers(SiteFile file) {
        return Headers.of(
                "Content-Type", file.mediaType(),
                "Last-Modified", HttpDate.of(file.lastModified()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "GET" -> get(exchange);
                case "HEAD" -> head(exchange);
                default -> {
                    exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                    end(exchange, 405);
                }
            }
        }
    }

    private void get(HttpExchange exchange) throws IOException {
        switch (find(exchange)) {
            case Found.Small<Content>(_, var content) -> {
                exchange.getResponseHeaders().putAll(content.headers());
                exchange.sendResponseHeaders(200, content.bytes().length);
                exchange.getResponseBody().write(content.bytes());
            }
            case Found.Large<Content>(var file) -> {
                exchange.getResponseHeaders().putAll(headers(file));
                exchange.sendResponseHeaders(200, file.length());
                Files.copy(file.path(), exchange.getResponseBody());
            }
            case Found.Nothing<Content> _ -> end(exchange, 404);
        }
    }

    private void head(HttpExchange exchange) throws IOException {
        switch (find(exchange)) {
            case Found.Small<Content>(var file, _) -> describe(file, exchange);
            case Found.Large<Content>(var file) -> describe(file, exchange);
            case Found.Nothing<Content> _ -> exchange.sendResponseHeaders(404, NO_BODY);
        }
    }

    private static void describe(SiteFile file, HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().putAll(headers(file));
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(file.length()));
        exchange.sendResponseHeaders(200, NO_BODY);
    }

    private Found<Content> find(HttpExchange exchange) throws IOException {
        return files.find(RequestPath.of(exchange.getRequestURI().getRawPath()));
    }

    private static void end(HttpExchange exchange, int status) throws IOException {
        var body = (status + "\n").getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
