package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.load.TinyServer.Conduct;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our generator beside wrk, which many trust. Each has a server that counts what it answers: however quick this
/// machine is, and whatever else it does, both have to find just that. Response times are held against counts, too.
class AgreementWithWrkTest {
    private static final int CONNECTIONS = 16;
    private static final long ANSWER_MILLIS = 20;
    private static final double TOLERANCE_PERCENT = 20;
    private static final double WRK_SECONDS = 2;
    private static final Phase OURS = new Phase.ClosedLoop(0.5, 1.5);

    @TempDir private Path directory;

    /// Takes twenty milliseconds for each answer, so that neither generator takes anything from the other.
    private static final class Counting implements Conduct {
        private final AtomicLong answered = new AtomicLong();

        @Override
        public boolean answer(OutputStream out) throws IOException {
            TinyServer.pause(ANSWER_MILLIS);
            TinyServer.right(out);
            answered.incrementAndGet();
            return true;
        }

        /// The last answer of each connection comes after the end, and a second one to whoever has noticed the end
        /// late.
        void expectToBeCountedRight(long count) {
            assertThat(count).isBetween(answered.get() - 2 * CONNECTIONS, answered.get());
        }
    }

    @Test
    void bothCountWhatTheServerAnswersAndFindTheSameResponseTimes() throws Exception {
        assumeThat(Wrk.isInstalled()).isTrue();
        var forUs = new Counting();
        var forWrk = new Counting();
        try (var together = Executors.newVirtualThreadPerTaskExecutor();
                var ourServer = TinyServer.that(forUs);
                var wrksServer = TinyServer.that(forWrk)) {
            var theirs = together.submit(() -> wrk(wrksServer));
            var ours = our(ourServer);

            assertThat(ours.failures().byKind()).isEmpty();
            assertThat(theirs.get().failed()).isZero();
            forUs.expectToBeCountedRight(ours.answeredInAll());
            forWrk.expectToBeCountedRight(theirs.get().requests());
            expectEveryAnswerToTakeItsTime(ours.latency().p50Millis());
            expectEveryAnswerToTakeItsTime(theirs.get().p50Millis());
            expectClientsToBeWaitingAllTheTime(ours);
        }
    }

    private static void expectEveryAnswerToTakeItsTime(double p50Millis) {
        assertThat(p50Millis)
                .as("no answer is there sooner than the server gives it")
                .isGreaterThanOrEqualTo(ANSWER_MILLIS);
    }

    /// Little's law: in a closed loop all clients wait all the time, so their answers take as much time together as
    /// the clients have together. A slow machine has longer response times, and just as many fewer of them.
    private static void expectClientsToBeWaitingAllTheTime(PhaseResult ours) {
        assertThat(ours.answered() * ours.latency().meanMillis() / 1000)
                .as("seconds that all clients have waited")
                .isCloseTo(CONNECTIONS * ours.seconds(), withinPercentage(TOLERANCE_PERCENT));
    }

    private PhaseResult our(TinyServer server) throws IOException {
        var file = Files.writeString(directory.resolve("page.html"), TinyServer.BODY);
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
            return generator.run(OURS, event -> {});
        }
    }

    private static Wrk.Result wrk(TinyServer server) throws IOException, InterruptedException {
        var page = URI.create("http://127.0.0.1:%d/page.html".formatted(server.port()));
        return new Wrk(CONNECTIONS, WRK_SECONDS, List.of()).run(page, Placement.ANYWHERE);
    }
}
