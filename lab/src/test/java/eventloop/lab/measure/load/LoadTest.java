package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eventloop.lab.measure.server.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    /// So few that it takes three processes: two for clients, one for companions.
    private static final int CONNECTIONS_A_PROCESS = 10;

    @TempDir private Path directory;

    @Test
    void severalProcessesAreAsOne() throws Exception {
        var phase = new Phase.OpenLoop(400, 0.3, 1);
        var events = new ArrayList<LoadEvent>();
        try (var server = TinyServer.that(TinyServer::right);
                var load = start(plan(server), CONNECTIONS_A_PROCESS)) {
            assertThat(load.sentAway()).isZero();
            assertThat(server.connections()).isEqualTo(8);

            var result = load.run(phase, events::add);

            assertThat(server.accepted()).isEqualTo(20);
            assertThat(result.failures().byKind()).isEmpty();
            assertThat(result.answered()).isEqualTo(dueOfAll(plan(server), phase));
            assertThat(result.latency().count()).isEqualTo(result.answered());
            assertThat(result.companionsLost()).isZero();
            assertThat(events)
                    .containsExactly(
                            new LoadEvent.Begun(phase),
                            new LoadEvent.CountingBegun(phase),
                            new LoadEvent.CountingEnded(phase),
                            new LoadEvent.Done(result));
        }
    }

    private static long dueOfAll(LoadPlan plan, Phase.OpenLoop phase) {
        return Division.of(plan, CONNECTIONS_A_PROCESS).stream()
                .filter(Share::asks)
                .mapToLong(share -> due(share, Division.phase(phase, share, plan)))
                .sum();
    }

    private static long due(Share share, Phase part) {
        return Due.within((Phase.OpenLoop) part, share.plan().seedOfPhase(0));
    }

    @Test
    void companionsStayUntilTheLoadEnds() throws Exception {
        try (var server = TinyServer.that(TinyServer::right)) {
            try (var load = start(plan(server), OpenFiles.connectionsPerProcess())) {
                // All that is due is asked for, however late: by each of the twelve.
                var result = load.run(new Phase.OpenLoop(200, 0, 0.3), event -> {});

                assertThat(result.companionsLost()).isZero();
                await("the clients have gone, and the companions have not")
                        .untilAsserted(() -> assertThat(server.connections()).isEqualTo(8));
                assertThat(server.accepted()).isEqualTo(20);
            }
            await().untilAsserted(() -> assertThat(server.connections()).isZero());
        }
    }

    @Test
    void companionsThatAProcessOfTheirOwnLosesAreCounted() throws Exception {
        try (var server = TinyServer.that(TinyServer::right);
                var load = start(plan(server), CONNECTIONS_A_PROCESS)) {
            assertThat(load.sentAway()).isZero();

            server.hangUp();

            var result = load.run(new Phase.ClosedLoop(0, 0.2), event -> {});
            assertThat(result.companionsLost()).isEqualTo(8);
        }
    }

    /// A process without a client is quiet while the others' clients are timed.
    @Test
    void whoWorksWhileClientsAreTimedNeedsOneInTheSameProcess() throws Exception {
        var slow = new Companions.SlowReaders(2 * CONNECTIONS_A_PROCESS, 1000);
        try (var server = TinyServer.that(TinyServer::right)) {
            var plan = plan(server, 1, slow);

            assertThatThrownBy(() -> start(plan, CONNECTIONS_A_PROCESS))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("more processes than it has clients");
        }
    }

    @Test
    void failsWithTheWordsOfTheProcessThatFails() throws Exception {
        try (var server = TinyServer.that(TinyServer::right)) {
            var plan = plan(server);
            Files.delete(directory.resolve("page.html"));

            assertThatThrownBy(() -> start(plan, OpenFiles.connectionsPerProcess()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("page.html");
        }
    }

    @Test
    void aFaultOfWhoListensLeavesNoProcessBehind() throws Exception {
        try (var server = TinyServer.that(TinyServer::right)) {
            var load = start(plan(server), OpenFiles.connectionsPerProcess());
            var pids = load.pids().toList();

            assertThatThrownBy(() ->
                            load.run(
                                    new Phase.ClosedLoop(0, 0.2),
                                    _ -> {
                                        throw new IllegalStateException("a fault");
                                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a fault");

            assertThat(pids).isNotEmpty().allMatch(pid -> ProcessHandle.of(pid).isEmpty());
        }
    }

    /// In JVMs that are up sooner than those of a measurement, which [LoadProcessTest] starts.
    private static Load start(LoadPlan plan, int connectionsPerProcess) throws Exception {
        return Load.start(plan, Placement.ANYWHERE, connectionsPerProcess, LoadHeap.FRUGAL);
    }

    private LoadPlan plan(TinyServer server) throws IOException {
        return plan(server, 12, new Companions.Idle(8));
    }

    private LoadPlan plan(TinyServer server, int clients, Companions companions)
            throws IOException {
        return new LoadPlan(
                "127.0.0.1",
                server.port(),
                Clients.keepAlive(clients),
                List.of(companions),
                60,
                1,
                TinyServer.pages(directory));
    }
}
