package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eventloop.lab.measure.site.Page;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AnswerCheckTest {
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerThatStallsBehindItsHeadIsNotWaitedForForEver() throws Exception {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(address, 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().write('a');
                    exchange.getResponseBody().flush();
                });
        server.start();
        try {
            var site = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var pages = List.of(new Page("/page.html", "", 1));

            assertThatThrownBy(() -> AnswerCheck.check(site, pages, Duration.ofSeconds(1)))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessage("no whole answer for /page.html in 1 s");
        } finally {
            server.stop(0);
        }
    }
}
