package eventloop.lab.measure.server;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers right, but not for long: at the last of its requests it ends, and says why.
///
/// @param requests as many as it takes
public record DyingServer(int requests) implements ServerUnderTest {
    public static final String LAST_WORDS = "no memory is left";
    public static final int STATUS = 3;

    public static void main(String... arguments) throws Exception {
        var left = new AtomicInteger(Integer.parseInt(arguments[1]));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var files = SimpleFileServer.createFileHandler(Path.of(arguments[0]).toAbsolutePath());
        var server = HttpServer.create(address, 0);
        server.createContext("/", files)
                .getFilters()
                .add(Filter.beforeHandler("counts", _ -> dieAtTheLast(left)));
        server.start();
        System.out.println("listening on http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static void dieAtTheLast(AtomicInteger left) {
        if (left.decrementAndGet() == 0) {
            System.err.println(LAST_WORDS);
            Runtime.getRuntime().halt(STATUS);
        }
    }

    @Override
    public String name() {
        return "dying";
    }

    @Override
    public Launch launch(Path root) {
        return new Launch.Announced(BriefJvm.running(DyingServer.class, root, requests));
    }
}
