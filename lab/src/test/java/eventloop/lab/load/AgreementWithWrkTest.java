package eventloop.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.load.TinyServer.Conduct;
import eventloop.lab.result.Median;
import eventloop.lab.server.Placement;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our generator beside wrk, which many trust: on the same server, with as many connections, in a closed loop,
/// both find the same. Both ask at the same time, so that whatever disturbs this machine disturbs both, and the
/// server takes turns and its time, so that it is the server's speed that both see, and not their own.
class AgreementWithWrkTest {
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final int MOST_ROUNDS = 6;
    private static final double TOLERANCE_PERCENT = 10;

    /// Of the 1,000 a second that the server could answer.
    private static final double UNDISTURBED = 800;

    /// wrk is there a little earlier and stays a little longer.
    private static final double WRK_SECONDS = 2;

    private static final Phase OURS = new Phase.ClosedLoop(0.4, 1.4);

    @TempDir private Path directory;

    private record Seen(double requestsPerSecond, double meanMillis, double p50Millis) {}

    private record Round(Seen ours, Seen theirs) {
        /// Whether the server had the time it needs.
        boolean isUndisturbed() {
            return ours.requestsPerSecond() + theirs.requestsPerSecond() > UNDISTURBED;
        }
    }

    @Test
    void bothFindTheSameRateAndTheSameResponseTimes() throws Exception {
        assumeThat(Wrk.isInstalled()).isTrue();
        var rounds = new ArrayList<Round>();
        try (var server = TinyServer.that(new OneMillisecondEach())) {
            for (int i = 0; i < MOST_ROUNDS && rounds.size() < ROUNDS; i++) {
                var round = bothAtOnce(server);
                if (round.isUndisturbed()) {
                    rounds.add(round);
                }
            }
        }
        assumeThat(rounds).as("rounds in which this machine did nothing else").hasSize(ROUNDS);
        assertSame(Seen::requestsPerSecond, rounds);
        assertSame(Seen::p50Millis, rounds);
        assertSame(Seen::meanMillis, rounds);
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

    /// Answers one at a time, first come, first served.
    private static final class OneMillisecondEach implements Conduct {
        private static final long TIME = Duration.ofMillis(1).toNanos();

        private final ReentrantLock turn = new ReentrantLock(true);

        @Override
        public boolean answer(OutputStream out) throws IOException {
            turn.lock();
            try {
                long end = System.nanoTime() + TIME;
                for (long left = TIME; left > 0; left = end - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                return TinyServer.right(out);
            } finally {
                turn.unlock();
            }
        }
    }
}
