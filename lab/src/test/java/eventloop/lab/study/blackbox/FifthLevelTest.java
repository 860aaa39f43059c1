package eventloop.lab.study.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eventloop.lab.study.check.CheckSite;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FifthLevelTest {
    private static final String SLOW = "/slow.txt";

    @TempDir private Path directory;
    private HttpServer server;

    /// It never answers who asks for the slow file, and sends all others away.
    @BeforeEach
    void startBusyServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(SLOW, _ -> {});
        server.createContext("/", exchange -> exchange.sendResponseHeaders(503, -1));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void whoIsSentAwayBesideASlowFileIsNotToldAsLate() throws Exception {
        var address = URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        var site = new CheckSite(directory, "/page.html", "/large.bin", List.of());
        var declared = new Declared(Optional.of(SLOW), Optional.empty());
        var promise = FifthLevel.PROMISES.getFirst();

        try (var visit = new Visit(address, site, declared)) {
            assertThatThrownBy(() -> promise.examination().of(visit))
                    .isInstanceOfSatisfying(
                            BrokenPromiseException.class,
                            broken -> {
                                assertThat(broken.expected()).isEqualTo("status 200");
                                assertThat(broken.came()).startsWith("HTTP/1.1 503");
                            });
        }
    }
}
