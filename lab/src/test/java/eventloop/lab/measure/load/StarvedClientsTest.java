package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarvedClientsTest {
    private static final int CLIENTS = 10;
    private static final int SERVED = 2;
    private static final Phase ALL_HAVE_ASKED = new Phase.Arrival(0, 0.5);
    private static final Phase AS_FAST_AS_IT_ANSWERS = new Phase.ClosedLoop(0, 0.3, true);

    @TempDir private Path directory;

    @Test
    void whoeverHasNoAnswerInAClosedLoopIsCounted() throws Exception {
        try (var server = TinyServer.that(servingTheFirst());
                var generator = new LoadGenerator(plan(server))) {
            generator.run(ALL_HAVE_ASKED, _ -> {});
            var peak = generator.run(AS_FAST_AS_IT_ANSWERS, _ -> {});

            assertThat(peak.answered()).isPositive();
            assertThat(peak.failed()).isZero();
            assertThat(peak.clientsWithoutAnswer()).isEqualTo(CLIENTS - SERVED);
        }
    }

    @Test
    void whereAllAreServedNobodyIsStarved() throws Exception {
        try (var server = TinyServer.that(TinyServer::right);
                var generator = new LoadGenerator(plan(server))) {
            generator.run(new Phase.Arrival(0, 60), _ -> {});
            var peak = generator.run(AS_FAST_AS_IT_ANSWERS, _ -> {});

            assertThat(peak.clientsWithoutAnswer()).isZero();
        }
    }

    /// Each connection has a thread of its own.
    private static TinyServer.Conduct servingTheFirst() {
        var connections = new AtomicInteger();
        var places = new ConcurrentHashMap<Thread, Integer>();
        return out -> {
            int place =
                    places.computeIfAbsent(
                            Thread.currentThread(), _ -> connections.getAndIncrement());
            return place >= SERVED || TinyServer.right(out);
        };
    }

    private LoadPlan plan(TinyServer server) throws Exception {
        return LoadPlan.keepAlive(server.address(), CLIENTS, 60, 1, TinyServer.pages(directory));
    }
}
