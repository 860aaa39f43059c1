package eventloop.lab.compare;

import eventloop.lab.compare.Measurement.NotTimed;
import eventloop.lab.compare.Measurement.Timed;
import eventloop.lab.load.Clients;
import eventloop.lab.load.LoadEvent;
import eventloop.lab.load.LoadPlan;
import eventloop.lab.load.LoadProcess;
import eventloop.lab.load.Phase;
import eventloop.lab.load.PhaseResult;
import eventloop.lab.observe.Observer;
import eventloop.lab.server.Placement;
import eventloop.lab.server.RunningServer;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.server.ServerUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Measures servers one after another, round by round, each in a fresh process under the same load:
///
/// ```
///   start ──► does it answer right? ──► load, phase by phase ──► end
///                  └── no: not timed      └── the operating system is watched meanwhile
/// ```
///
/// Rounds are interleaved (all servers, then all servers again), so that a machine that is slow for a while
/// is slow for all.
public final class Comparison {
    private final List<? extends ServerUnderTest> servers;
    private final Conditions conditions;
    private final Progress progress;
    private final Placement placement;

    /// @param servers those that the conditions name, in the same order
    public Comparison(
            List<? extends ServerUnderTest> servers,
            Conditions conditions,
            Placement placement,
            Progress progress) {
        this.servers = servers;
        this.conditions = conditions;
        this.placement = placement;
        this.progress = progress;
    }

    /// @param results hears of every measurement as soon as it is done
    public void run(Consumer<Measurement> results) throws InterruptedException {
        for (int round = 1; round <= conditions.rounds(); round++) {
            for (int clients : conditions.clients()) {
                for (var server : servers) {
                    results.accept(
                            new Measurement(
                                    server.name(),
                                    clients,
                                    round,
                                    measure(server, clients, round)));
                }
            }
        }
    }

    private Measurement.Outcome measure(ServerUnderTest server, int clients, int round)
            throws InterruptedException {
        progress.stage(title(server, clients, round));
        try (var running = RunningServer.start(server, Path.of(conditions.root()), placement)) {
            progress.detail(": does it answer right?");
            AnswerCheck.check(running.address(), conditions.pages());
            return load(running, clients);
        } catch (ServerFailure failure) {
            return new NotTimed(failure.getMessage());
        } catch (IOException failure) {
            return new NotTimed("the measurement failed: " + failure.getMessage());
        }
    }

    private String title(ServerUnderTest server, int clients, int round) {
        int number = servers.indexOf(server) + 1;
        var title = "%s (%d of %d)".formatted(server.name(), number, servers.size());
        if (conditions.clients().size() > 1) {
            title += ", %,d clients".formatted(clients);
        }
        if (conditions.rounds() > 1) {
            title += ", round %d of %d".formatted(round, conditions.rounds());
        }
        return title;
    }

    private Measurement.Outcome load(RunningServer server, int clients)
            throws IOException, InterruptedException {
        try (var observer = Observer.of(server.pid());
                var load = LoadProcess.start(plan(server, clients), placement)) {
            var results = new ArrayList<PhaseResult>();
            for (var phase : conditions.phases()) {
                results.add(
                        load.run(
                                phase,
                                event -> {
                                    observer.accept(event);
                                    tell(event);
                                }));
            }
            if (!server.isAlive()) {
                return new NotTimed("the server died under load");
            }
            return new Timed(
                    ofKind(Phase.ClosedLoop.class, results),
                    ofKind(Phase.OpenLoop.class, results),
                    observer.observation());
        }
    }

    private LoadPlan plan(RunningServer server, int clients) {
        return new LoadPlan(
                server.address().getHost(),
                server.address().getPort(),
                Clients.keepAlive(clients),
                List.of(),
                conditions.timeoutSeconds(),
                conditions.seed(),
                conditions.pages());
    }

    private void tell(LoadEvent event) {
        if (event instanceof LoadEvent.Begun(var phase)) {
            progress.detail(
                    switch (phase) {
                        case Phase.ClosedLoop _ -> ": as fast as it answers";
                        case Phase.OpenLoop open ->
                                ": %,.0f requests/s".formatted(open.requestsPerSecond());
                    });
        }
    }

    private static PhaseResult ofKind(Class<? extends Phase> kind, List<PhaseResult> results) {
        return results.stream()
                .filter(result -> kind.isInstance(result.phase()))
                .findFirst()
                .orElseThrow();
    }
}
