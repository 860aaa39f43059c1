package eventloop.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.load.Clients.Connections;
import eventloop.lab.server.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    @TempDir private Path directory;
    private Path file;

    @BeforeEach
    void writePage() throws IOException {
        file = Files.writeString(directory.resolve("page.html"), TinyServer.BODY);
    }

    @Test
    void oneProcessDoesUntilItsFilesRunOut() {
        var plan = plan(1, Clients.keepAlive(1_000), new Companions.Idle(18_000));

        assertThat(Load.processesFor(plan, 20_000)).isEqualTo(1);
        assertThat(Load.processesFor(plan, 19_000)).isEqualTo(2);
        assertThat(Load.processesFor(plan, 4_096)).isEqualTo(6);
    }

    @Test
    void partsOfAPlanMakeTheWhole() {
        var plan = plan(1, Clients.keepAlive(10), new Companions.Idle(5));

        var parts = List.of(plan.part(0, 3), plan.part(1, 3), plan.part(2, 3));

        assertThat(parts).extracting(part -> part.clients().count()).containsExactly(4, 3, 3);
        assertThat(parts)
                .extracting(part -> part.companions().getFirst().count())
                .containsExactly(2, 2, 1);
        assertThat(new Phase.OpenLoop(90, 1, 2).part(0, 3)).isEqualTo(new Phase.OpenLoop(30, 1, 2));
    }

    @Test
    void severalProcessesMakeOneLoadAndOneResult() throws Exception {
        var events = new ArrayList<Class<?>>();
        try (var server = TinyServer.that(TinyServer::right);
                var load =
                        Load.start(
                                plan(server.port(), Clients.keepAlive(4)), 2, Placement.ANYWHERE)) {
            var result =
                    load.run(
                            new Phase.OpenLoop(200, 0.3, 1), event -> events.add(event.getClass()));

            assertThat(result.failures()).isEmpty();
            assertThat(result.requestsPerSecond()).isBetween(140.0, 260.0);
            assertThat(result.latency().count()).isEqualTo(result.answered());
        }
        assertThat(events)
                .containsExactly(
                        LoadEvent.Begun.class, LoadEvent.CountingEnded.class, LoadEvent.Done.class);
    }

    @Test
    void connectionForEachRequestIsOpenedAnewAndNotCountedAsLost() throws Exception {
        try (var server = TinyServer.that(TinyServer::rightOnce)) {
            var plan = plan(server.port(), new Clients(3, Connections.ONE_A_REQUEST, 1));
            var result = run(plan, new Phase.OpenLoop(100, 0, 0.5));

            assertThat(result.failures()).isEmpty();
            assertThat(result.reconnects()).isZero();
            assertThat((long) server.connections()).isGreaterThanOrEqualTo(result.answered());
        }
    }

    @Test
    void pipelinedRequestsAreAllAnswered() throws Exception {
        try (var server = TinyServer.that(TinyServer::right)) {
            var plan = plan(server.port(), new Clients(2, Connections.KEPT, 8));
            var result = run(plan, new Phase.ClosedLoop(0, 0.5));

            assertThat(result.failures()).isEmpty();
            assertThat(result.answered()).isGreaterThan(8);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private static PhaseResult run(LoadPlan plan, Phase phase) throws IOException {
        try (var generator = new LoadGenerator(plan)) {
            return generator.run(phase, event -> {});
        }
    }

    private LoadPlan plan(int port, Clients clients, Companions... companions) {
        return new LoadPlan(
                "127.0.0.1",
                port,
                clients,
                List.of(companions),
                5,
                1,
                List.of(new Page("/page.html", file.toString(), 1)));
    }
}
