package eventloop.lab.study.vast;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import eventloop.lab.measure.server.Java;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Serves files, and ends in the midst of its clients.
final class DyingServer {
    /// That nothing else ends with.
    static final int STATUS = 93;

    /// Its clients have come by then, and have had an answer each.
    private static final int REQUESTS = 20;

    private DyingServer() {}

    public static void main(String... arguments) throws IOException {
        var files = SimpleFileServer.createFileHandler(Path.of(arguments[0]).toAbsolutePath());
        var requests = new AtomicInteger();
        HttpHandler untilItDies =
                exchange -> {
                    if (requests.incrementAndGet() > REQUESTS) {
                        Runtime.getRuntime().halt(STATUS);
                    }
                    files.handle(exchange);
                };
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(address, 0, "/", untilItDies);
        server.start();
        System.out.println("listening on http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    static List<String> command(Path root) {
        return List.of(
                Java.executable(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DyingServer.class.getName(),
                root.toString());
    }
}
