package eventloop.lab.show.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eventloop.lab.measure.resource.Resource;
import eventloop.lab.measure.result.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// The page that shows what servers do, on a port of its own of this machine: the page itself, the news that it asks for
/// several times a second, and what its buttons want.
public final class WatchPage implements AutoCloseable {
    private static final String NEWS = "/news/";
    private static final String ERRANDS = "/errands/";
    private static final Map<String, String> TYPES =
            Map.of(
                    "watch.html", "text/html",
                    "watch.css", "text/css",
                    "watch.js", "text/javascript",
                    "history.js", "text/javascript",
                    "lanes.js", "text/javascript");

    private final List<WatchedServer> servers;
    private final HttpServer http;

    private WatchPage(List<WatchedServer> servers, HttpServer http) {
        this.servers = List.copyOf(servers);
        this.http = http;
    }

    /// @throws IOException if there is no port
    public static WatchPage open(List<WatchedServer> servers) throws IOException {
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var page = new WatchPage(servers, HttpServer.create(free, 0));
        page.http.createContext("/", page::show);
        page.http.createContext(NEWS, page::tellNews);
        page.http.createContext(ERRANDS, page::runErrand);
        page.http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        page.http.start();
        return page;
    }

    public URI address() {
        var address = http.getAddress();
        return URI.create("http://127.0.0.1:%d/".formatted(address.getPort()));
    }

    private void show(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var name = path.equals("/") ? "watch.html" : path.substring(1);
        if (TYPES.containsKey(name)) {
            answer(exchange, 200, TYPES.get(name), Resource.text(WatchPage.class, name));
        } else {
            answer(exchange, 404, "text/plain", "There is nothing here.");
        }
    }

    /// `/news/12,40`: of the first server from its number 12 on, of the second from 40 on; `/news/all`: of each all that
    /// is still known.
    private void tellNews(HttpExchange exchange) throws IOException {
        var wanted = exchange.getRequestURI().getPath().substring(NEWS.length());
        var words = wanted.equals("all") ? "0,".repeat(servers.size()) : wanted;
        var numbers = words.split(",");
        if (numbers.length != servers.size()
                || !Arrays.stream(numbers).allMatch(WatchPage::isNumber)) {
            answer(exchange, 400, "text/plain", "One number for each server.");
            return;
        }
        var news =
                IntStream.range(0, numbers.length)
                        .mapToObj(i -> ServerNews.of(servers.get(i), Long.parseLong(numbers[i])))
                        .toList();
        double now = servers.getFirst().sightings().time(Instant.now());
        answer(
                exchange,
                200,
                "application/json",
                Json.line(new AllNews(now, Activity.LEGEND, news)));
    }

    private static boolean isNumber(String word) {
        return word.matches("\\d{1,15}");
    }

    /// `/errands/slow`: each server gets one more client, which wants that.
    private void runErrand(HttpExchange exchange) throws IOException {
        var word = exchange.getRequestURI().getPath().substring(ERRANDS.length());
        var errand =
                Arrays.stream(Errand.values())
                        .filter(each -> each.name().equalsIgnoreCase(word))
                        .findFirst();
        if (errand.isEmpty() || !exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 400, "text/plain", "There is no such errand.");
            return;
        }
        servers.forEach(server -> server.visitors().send(errand.get()));
        answer(exchange, 200, "text/plain", "On its way.");
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /// @param now in microseconds after the beginning of the watch
    /// @param activities what each of them is called
    private record AllNews(double now, Map<String, String> activities, List<ServerNews> servers) {}

    private record ServerNews(String name, boolean alive, long next, List<Sight> sights) {
        private static ServerNews of(WatchedServer server, long next) {
            var news = server.sightings().since(next);
            return new ServerNews(server.name(), server.isAlive(), news.next(), news.sights());
        }
    }

    /// The servers go on.
    @Override
    public void close() {
        http.stop(0);
    }
}
