package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.load.TinyServer.Conduct;
import eventloop.lab.measure.result.Median;
import eventloop.lab.measure.server.Placement;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our generator beside wrk, which many trust: on the same server, with as many connections, in a closed loop,
/// both find the same. Every answer takes twenty milliseconds, so neither takes anything from the other, and
/// both ask at the same time, so that whatever disturbs this machine disturbs both.
@Tag("timing")
class AgreementWithWrkTest {
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final long ANSWER_MILLIS = 20;
    private static final double TOLERANCE_PERCENT = 10;
    private static final double WRK_SECONDS = 2;
    private static final Phase OURS = new Phase.ClosedLoop(0.4, 1.6);

    @TempDir private Path directory;

    private record Seen(double requestsPerSecond, double meanMillis, double p50Millis) {}

    private record Round(Seen ours, Seen theirs) {}

    @Test
    void bothFindTheSameRateAndTheSameResponseTimes() throws Exception {
        assumeThat(Wrk.isInstalled()).isTrue();
        var rounds = new ArrayList<Round>();
        Conduct slow =
                out -> {
                    TinyServer.pause(ANSWER_MILLIS);
                    return TinyServer.right(out);
                };
        try (var server = TinyServer.that(slow)) {
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(bothAtOnce(server));
            }
        }
        assertSame(Seen::requestsPerSecond, rounds);
        assertSame(Seen::p50Millis, rounds);
        assertSame(Seen::meanMillis, rounds);
        assertThat(median(rounds, round -> round.ours().p50Millis()))
                .as("no answer is there sooner than the server gives it")
                .isGreaterThanOrEqualTo(ANSWER_MILLIS);
    }

    private static void assertSame(ToDoubleFunction<Seen> figure, List<Round> rounds) {
        assertThat(median(rounds, round -> figure.applyAsDouble(round.ours())))
                .as(rounds.toString())
                .isCloseTo(
                        median(rounds, round -> figure.applyAsDouble(round.theirs())),
                        withinPercentage(TOLERANCE_PERCENT));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray()).orElseThrow();
    }

    private Round bothAtOnce(TinyServer server) throws Exception {
        var file = Files.writeString(directory.resolve("page.html"), TinyServer.BODY);
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            var theirs = together.submit(() -> theirs(server));
            return new Round(ours(server, file), theirs.get());
        }
    }

    private static Seen ours(TinyServer server, Path file) throws IOException {
        var plan =
                new LoadPlan(
                        "127.0.0.1",
                        server.port(),
                        Clients.keepAlive(CONNECTIONS),
                        List.of(),
                        5,
                        1,
                        List.of(new Page("/page.html", file.toString(), 1)));
        try (var generator = new LoadGenerator(plan)) {
            var result = generator.run(OURS, event -> {});
            assertThat(result.failures()).isEmpty();
            return new Seen(
                    result.requestsPerSecond(),
                    result.latency().meanMillis(),
                    result.latency().p50Millis());
        }
    }

    private static Seen theirs(TinyServer server) throws IOException, InterruptedException {
        var page = URI.create("http://127.0.0.1:%d/page.html".formatted(server.port()));
        var result = new Wrk(CONNECTIONS, WRK_SECONDS, List.of()).run(page, Placement.ANYWHERE);
        assertThat(result.failed()).isZero();
        return new Seen(result.requestsPerSecond(), result.meanMillis(), result.p50Millis());
    }
}
