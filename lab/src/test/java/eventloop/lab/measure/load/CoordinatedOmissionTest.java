package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.TinyServer.Conduct;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why response times need an open loop. A server stands still for 100 ms in each second: for a tenth of all
/// time. Of users who come when they like, a tenth run into it, and wait for up to 100 ms:
///
/// ```
///   server       ▓▓▓▓ stands still ▓▓▓▓│ answers ···
///   open loop    |  |    | |   |   |   | |    |  |     due at random times; each waits from its own
///   closed loop  |─────────────────────►||||||||||     one waits, and nobody comes meanwhile
/// ```
///
/// A closed loop asks the next question when the last is answered. While the server stands still it does not
/// ask, so its many quick answers hide the few slow ones: server and load agree, without a word, to leave out
/// what would look bad. Gil Tene gave that its name, coordinated omission.
@Tag("timing")
class CoordinatedOmissionTest {
    private static final double PAUSE_MILLIS = 100;
    private static final double SECONDS = 2;
    private static final int ROUNDS = 3;

    @TempDir private Path directory;

    @Test
    void openLoopSeesThatATenthOfAllRequestsHaveToWait() throws Exception {
        var latency = quietest(new Phase.OpenLoop(500, 0.2, SECONDS), 0.11);

        assertThat(latency.p50Millis()).isLessThan(PAUSE_MILLIS / 2);
        assertThat(latency.p99Millis()).isGreaterThan(0.7 * PAUSE_MILLIS);
        assertThat(latency.p999Millis()).isGreaterThan(0.9 * PAUSE_MILLIS);
        assertThat(shareOfSlow(latency)).isBetween(0.05, 0.15);
    }

    @Test
    void closedLoopSeesEachPauseOnceAndLosesItAmongThousandsOfQuickAnswers() throws Exception {
        var latency = quietest(new Phase.ClosedLoop(0.2, SECONDS), 0.001);

        assertThat(latency.p99Millis()).isLessThan(PAUSE_MILLIS / 2);
        assertThat(latency.p999Millis()).isLessThan(PAUSE_MILLIS / 2);
        assertThat(latency.maxMillis()).isGreaterThan(0.9 * PAUSE_MILLIS);
        assertThat(shareOfSlow(latency)).isLessThan(0.001);
    }

    private static double shareOfSlow(Latency latency) {
        var histogram = latency.decode();
        long slower =
                histogram.getCountBetweenValues(
                        (long) (PAUSE_MILLIS / 4 * 1e6), histogram.getMaxValue());
        return (double) slower / latency.count();
    }

    /// A machine that stands still itself, for other work it has, adds to what the server does and takes
    /// nothing from it.
    ///
    /// @param slow the share of slow answers of a machine that does not
    private Latency quietest(Phase phase, double slow) throws IOException {
        var quietest = load(phase);
        for (int round = 2; round <= ROUNDS && shareOfSlow(quietest) > slow; round++) {
            var next = load(phase);
            quietest = shareOfSlow(next) < shareOfSlow(quietest) ? next : quietest;
        }
        return quietest;
    }

    private Latency load(Phase phase) throws IOException {
        try (var server = TinyServer.that(new PauseEachSecond());
                var generator = new LoadGenerator(plan(server))) {
            return generator.run(phase, event -> {}).latency();
        }
    }

    private LoadPlan plan(TinyServer server) throws IOException {
        return LoadPlan.keepAlive(server.address(), 1, 5, 1, TinyServer.pages(directory));
    }

    /// Answers right, but lets everybody wait for 100 ms in each second.
    private static final class PauseEachSecond implements Conduct {
        private static final long SECOND = Duration.ofSeconds(1).toNanos();
        private static final long PAUSE = (long) (PAUSE_MILLIS * 1e6);

        private final long start = System.nanoTime();

        @Override
        public boolean answer(OutputStream out) throws IOException {
            for (long left = untilItAnswers(); left > 0; left = untilItAnswers()) {
                LockSupport.parkNanos(left);
            }
            return TinyServer.right(out);
        }

        private long untilItAnswers() {
            return PAUSE - (System.nanoTime() - start) % SECOND;
        }
    }
}
