package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import eventloop.lab.measure.server.Placement;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrkTest {
    private static final String OUTPUT =
            """
            Running 1s test @ http://127.0.0.1:8090/nope
              1 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency   328.17us   61.83us   2.23ms   94.92%
                Req/Sec   194.68k     3.37k  199.96k    81.82%
              Latency Distribution
                 50%  323.00us
                 75%  333.00us
                 90%  355.00us
                 99%    1.41ms
              212006 requests in 1.10s, 62.27MB read
            Requests/sec: 192638.86
            Transfer/sec:     56.58MB
            """;

    @Test
    void figuresAreReadFromWhatWrkPrints() throws Exception {
        var result = Wrk.parse(OUTPUT);

        assertThat(result)
                .isEqualTo(
                        new Wrk.Result(
                                212006,
                                1.1,
                                192638.86,
                                0.32817,
                                0.323,
                                1.41,
                                56.58 * (1 << 20),
                                0));
    }

    @Test
    void failuresOfAllKindsAreAdded() throws Exception {
        var failures =
                """
                  Socket errors: connect 1, read 20, write 300, timeout 4000
                  Non-2xx or 3xx responses: 50000
                """;

        assertThat(Wrk.parse(OUTPUT + failures).failed()).isEqualTo(54321);
    }

    @ParameterizedTest
    @CsvSource({"64, 1, 1", "64, 3, 2", "64, 7, 4", "64, 8, 8", "1, 8, 1"})
    void noConnectionIsLeftOverBetweenTheThreads(int connections, int processors, int threads) {
        assertThat(new Wrk(connections, 1, List.of()).threads(processors)).isEqualTo(threads);
    }

    @Test
    void otherWordsAreNotTakenForFigures() {
        assertThatThrownBy(() -> Wrk.parse("Usage: wrk <options> <url>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Usage: wrk");
    }

    @Test
    void pagesAreAskedForInTurnAndWithTheHeadersThatAreNamed() throws Exception {
        assumeThat(Wrk.isInstalled()).isTrue();
        var asked = new ConcurrentHashMap<String, LongAdder>();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    boolean isRight = "yes".equals(exchange.getRequestHeaders().getFirst("X-Test"));
                    asked.computeIfAbsent(exchange.getRequestURI().getPath(), _ -> new LongAdder())
                            .increment();
                    exchange.sendResponseHeaders(isRight ? 204 : 400, -1);
                    exchange.close();
                });
        server.start();
        try {
            var site = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var pages = Stream.of("/a.html", "/b.html", "/c.html").map(site::resolve).toList();
            var result = new Wrk(1, 1, List.of("X-Test: yes")).run(pages, Placement.ANYWHERE);

            assertThat(result.failed()).isZero();
            assertThat(asked).containsOnlyKeys("/a.html", "/b.html", "/c.html");
            assertThat(asked.values())
                    .as(
                            "one connection, so that no page is ahead of another by more than a request")
                    .allSatisfy(count ->
                            assertThat(count.sum()).isCloseTo(result.requests() / 3, within(1L)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void wrksOwnWordsSayWhyItFails() {
        assumeThat(Wrk.isInstalled()).isTrue();
        var nobody = URI.create("http://127.0.0.1:1/");

        assertThatThrownBy(() -> new Wrk(1, 1, List.of()).run(nobody, Placement.ANYWHERE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unable to connect");
    }
}
