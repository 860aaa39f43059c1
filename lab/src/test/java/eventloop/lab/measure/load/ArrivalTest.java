package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {
    private static final int CLIENTS = 30;
    private static final double PATIENCE = 60;
    private static final Phase AT_ONCE = new Phase.Arrival(0, PATIENCE);

    @TempDir private Path directory;

    @Test
    void everybodyIsServedOnceAndItIsOverWithTheLast() throws Exception {
        try (var server = TinyServer.that(TinyServer::right);
                var generator = new LoadGenerator(plan(server))) {
            var result = generator.run(AT_ONCE, event -> {});

            assertThat(result.answered()).isEqualTo(CLIENTS);
            assertThat(result.failures().byKind()).isEmpty();
            assertThat(result.seconds()).isPositive().isLessThan(PATIENCE);
        }
    }

    @Test
    void clientsComeOneAfterAnotherWhereTheyHaveTheTime() throws Exception {
        try (var server = TinyServer.that(TinyServer::right);
                var generator = new LoadGenerator(plan(server))) {
            var result = generator.run(new Phase.Arrival(1, PATIENCE), event -> {});

            assertThat(result.seconds()).isGreaterThan((CLIENTS - 1.0) / CLIENTS);
        }
    }

    @Test
    void allKeepTheirConnectionsForThePhasesBehindIt() throws Exception {
        try (var server = TinyServer.that(TinyServer::right);
                var generator = new LoadGenerator(plan(server))) {
            generator.run(AT_ONCE, event -> {});
            generator.run(new Phase.ClosedLoop(0, 0.2, true), event -> {});
            var open = generator.run(new Phase.OpenLoop(300, 0.1, 0.3), event -> {});

            assertThat(open.failures().byKind()).isEmpty();
            assertThat(server.accepted()).isEqualTo(CLIENTS);
        }
    }

    @Test
    void nobodyLeavesAPacedPhaseThatIsSaidToEndWithoutLeaving() throws Exception {
        try (var server = TinyServer.that(TinyServer::right);
                var generator = new LoadGenerator(plan(server))) {
            generator.run(AT_ONCE, event -> {});
            var paced = new Phase.OpenLoop(300, 0.1, 0.3).withoutLeaving();
            var first = generator.run(paced, event -> {});
            var second = generator.run(paced, event -> {});

            assertThat(first.answered()).isPositive();
            assertThat(second.answered()).isPositive();
            assertThat(server.accepted()).isEqualTo(CLIENTS);
        }
    }

    @Test
    void whoeverIsTurnedAwayDoesNotComeAgain() throws Exception {
        try (var server = TinyServer.that(ArrivalTest::unavailable);
                var generator = new LoadGenerator(plan(server))) {
            var result = generator.run(AT_ONCE, event -> {});

            assertThat(result.failures().byKind())
                    .isEqualTo(Map.of(Failure.UNAVAILABLE, (long) CLIENTS));
        }
    }

    @Test
    void whoeverIsNotServedIsWaitedForNoLongerThanPatienceLasts() throws Exception {
        var places = new AtomicInteger(3);
        TinyServer.Conduct fewPlaces =
                out -> places.getAndDecrement() <= 0 || TinyServer.right(out);
        try (var server = TinyServer.that(fewPlaces);
                var generator = new LoadGenerator(plan(server))) {
            long began = System.nanoTime();
            var result = generator.run(new Phase.Arrival(0, 1), event -> {});

            // A client would wait for twice as long.
            assertThat((System.nanoTime() - began) / 1e9).isLessThan(PATIENCE / 2);
            assertThat(result.answered()).isBetween(1L, 3L);
            assertThat(result.failures().byKind()).isEmpty();
        }
    }

    private static boolean unavailable(OutputStream out) throws IOException {
        TinyServer.respond(out, 503, "", TinyServer.BODY);
        return true;
    }

    private LoadPlan plan(TinyServer server) throws IOException {
        return LoadPlan.keepAlive(
                server.address(), CLIENTS, PATIENCE, 1, TinyServer.pages(directory));
    }
}
