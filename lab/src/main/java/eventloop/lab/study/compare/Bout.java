package eventloop.lab.study.compare;

import eventloop.lab.measure.load.Load;
import eventloop.lab.measure.load.LoadEvent;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.load.UntoldLoad;
import eventloop.lab.measure.observe.FlightRecording;
import eventloop.lab.measure.observe.Heap;
import eventloop.lab.measure.observe.Observation;
import eventloop.lab.measure.observe.Observer;
import eventloop.lab.measure.observe.ProcessGroup;
import eventloop.lab.measure.observe.Warming;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.AnswerCheck;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServers;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerProcesses;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One server under one load, once, in a fresh process:
///
/// ```
///   start ──► does it answer right? ──► all clients come ──► until it is steady ──► load, phase by phase ──► end
///                  └── no: not timed      └──── the operating system is watched, and what counts is timed ────┘
/// ```
record Bout(
        Path root,
        List<Page> pages,
        int clients,
        Beginning beginning,
        List<Phase> phases,
        boolean looksAtHeap,
        double timeoutSeconds,
        long seed,
        Placement placement,
        ServerProcesses processes) {

    private static final double RECORDED_SECONDS = 1;

    /// The load has ten come in a millisecond, and a server needs as long again to take them all.
    private static final double CLIENTS_A_SECOND = 5_000;

    /// What has been seen, phase by phase.
    ///
    /// @param processes of the server
    record Findings(
            Beginning.Seen beginning,
            List<PhaseResult> phases,
            Observation observation,
            Optional<Heap> heap,
            int processes) {
        PhaseResult ofKind(Class<? extends Phase> kind) {
            return phases.stream()
                    .filter(result -> kind.isInstance(result.phase()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// @throws ServerFailure if the server cannot hold so many clients, is not there, does not start, answers wrong or dies
    Findings fight(ServerUnderTest server, Progress progress)
            throws ServerFailure, IOException, InterruptedException {
        int count = processes.of(server, clients);
        try (var untold = UntoldLoad.begin(placement);
                var running = RunningServers.start(server, count, root, placement)) {
            progress.detail(": does it answer right?");
            AnswerCheck.check(running.address(), pages);
            return load(running, untold, progress);
        }
    }

    private Findings load(RunningServers server, UntoldLoad untold, Progress progress)
            throws ServerFailure, IOException, InterruptedException {
        try (var observer = Observer.of(server.firstPid());
                var load = Load.start(plan(server), placement, untold)) {
            var begun = begin(server, load, progress);
            var results = new ArrayList<PhaseResult>();
            for (var phase : phases) {
                results.add(
                        load.run(
                                phase,
                                event -> {
                                    observer.accept(event);
                                    tell(event, progress);
                                }));
            }
            server.expectAlive("under load");
            var observation = observer.observation();
            return server.count() == 1
                    ? new Findings(begun, results, observation, heap(server.firstPid(), load), 1)
                    : new Findings(
                            begun,
                            results,
                            observation.withoutTheProcess(),
                            Optional.empty(),
                            server.count());
        }
    }

    private Beginning.Seen begin(RunningServers server, Load load, Progress progress)
            throws ServerFailure, IOException, InterruptedException {
        progress.detail(": clients come");
        var arrival = load.run(Phase.Arrival.of(clients, beginning.patienceSeconds()), _ -> {});
        server.expectAlive("while its clients came");
        progress.detail(": until it is steady");
        var warmUp =
                Warming.untilSteady(
                        new ProcessGroup(server.pids().toList()),
                        beginning.mostWarmUpSeconds(),
                        server::areAlive,
                        load::askForASecond);
        server.expectAlive("while it was warmed up");
        return new Beginning.Seen(arrival, warmUp);
    }

    /// In a stretch of load of its own, that is not timed: if it fails, what was timed stays.
    private Optional<Heap> heap(long pid, Load load) throws InterruptedException {
        var started = looksAtHeap ? FlightRecording.start(pid) : Optional.<FlightRecording>empty();
        if (started.isEmpty()) {
            return Optional.empty();
        }
        try (var recording = started.get()) {
            return recording.stop(load.run(recorded(), recording));
        } catch (IOException failed) {
            return Optional.empty();
        }
    }

    /// All clients are there before anything counts: what it costs to connect is not a request's.
    private Phase recorded() {
        return new Phase.ClosedLoop(clients / CLIENTS_A_SECOND + 0.5, RECORDED_SECONDS);
    }

    private LoadPlan plan(RunningServers server) {
        return LoadPlan.keepAlive(server.address(), clients, timeoutSeconds, seed, pages);
    }

    private static void tell(LoadEvent event, Progress progress) {
        if (event instanceof LoadEvent.Begun(var phase)) {
            progress.detail(
                    switch (phase) {
                        case Phase.Arrival _ -> ": clients come";
                        case Phase.ClosedLoop _ -> ": as fast as it answers";
                        case Phase.OpenLoop open ->
                                ": %,.0f requests/s".formatted(open.requestsPerSecond());
                    });
        }
    }
}
