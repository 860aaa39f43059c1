package eventloop.lab.study.vast;

import eventloop.lab.measure.load.Load;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Bystanders;
import eventloop.lab.measure.observe.MachineMemory;
import eventloop.lab.measure.observe.ProcessGroup;
import eventloop.lab.measure.observe.ProcessorMeter;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.AnswerCheck;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Rest;
import eventloop.lab.measure.server.RunningServers;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.site.Page;
import eventloop.lab.study.vast.Stand.Held;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Has one server hold so many clients, and measures it while they stand:
///
/// ```
///   rest ─► servers ─► load ─► all come, and are served ─► memory ─► nobody asks ─► warm-up ─► paced requests ─► end
///                              └──── nobody leaves from here on, so that nothing is torn down beside it ────┘
/// ```
record HeldCrowd(
        VastConditions conditions,
        Path root,
        List<Page> pages,
        Placement placement,
        Progress progress,
        double leadInSeconds) {
    private static final long SEED = 2018;

    /// Of every server alike: in a few seconds a JVM has compiled what runs often, and so have those of the load. No
    /// server here is overloaded by it.
    static final double WARM_UP_PER_SECOND = 5_000;

    /// By then all processes of the load have begun, and have compiled what asks now and then.
    static final double LEAD_IN_SECONDS = 5;

    private static final double LEAST_SERVED = 0.99;

    /// @param rate at which its clients come
    /// @throws ServerFailure if the server does not start, answers wrong, dies, or serves less than 99 in 100 of them
    /// @throws IOException if the load comes to its end
    Held hold(Entrant entrant, Demand demand, ArrivalRate rate)
            throws ServerFailure, IOException, InterruptedException {
        var before = MachineMemory.now();
        progress.detail(": servers start");
        try (var servers =
                entrant.start(
                        demand.serverProcesses(),
                        mostConnections(demand),
                        root,
                        pages,
                        placement)) {
            AnswerCheck.check(servers.address(), pages);
            var heap = HeapInUse.collected(servers.firstPid(), entrant.isJava());
            progress.detail(": load starts");
            try (var load = start(servers, demand.clients())) {
                return measure(servers, load, demand, rate, before, heap);
            }
        }
    }

    /// For each process. No more than the level asks for: nginx takes memory for all it may have, when it starts.
    private int mostConnections(Demand demand) {
        return Math.min(conditions.connectionsEach(), OpenFiles.neededFor(demand.clients()));
    }

    private Load start(RunningServers servers, int clients)
            throws IOException, InterruptedException {
        var plan =
                LoadPlan.keepAlive(
                        servers.address(), clients, conditions.timeoutSeconds(), SEED, pages);
        return Load.start(plan, placement, conditions.connectionsEach(), VastConditions.LOAD_HEAP);
    }

    private Held measure(
            RunningServers servers,
            Load load,
            Demand demand,
            ArrivalRate rate,
            MachineMemory before,
            HeapInUse heapBefore)
            throws ServerFailure, IOException, InterruptedException {
        var group = new ProcessGroup(servers.pids().toList());
        var openBefore = group.openFiles();
        long begin = System.nanoTime();
        var arrival = arrive(load, demand.clients(), rate);
        double sinceBegin = (System.nanoTime() - begin) / 1e9;
        servers.expectAlive("while its clients came");
        expectServed(arrival, demand.clients());
        var memory = MemoryTaken.of(group, before, heapBefore);
        var openFiles = group.openFiles();
        expectConnected(fewer(openBefore, openFiles), demand.clients());
        Rest.await(servers.pids());
        var bystanders = new Bystanders();
        var idle = idle(group);
        progress.detail(": warming up");
        var whileWarmed = load.run(warmUp(), _ -> {}).errors();
        servers.expectAlive("while it was warmed");
        progress.detail(": %,.0f requests/s".formatted(conditions.requestsPerSecond()));
        var paced = load.run(paced(), _ -> {});
        servers.expectAlive("under load");
        var share = bystanders.share();
        var lost = fewer(group.openFiles(), openFiles);
        expectHeld(lost, demand.clients());
        return new Held(
                demand.serverProcesses(),
                load.processes(),
                secondsUntilServed(load, demand, arrival, sinceBegin),
                arrival,
                Optional.of(whileWarmed),
                paced,
                lost,
                idle,
                memory,
                share,
                rate.why());
    }

    /// Of several processes none knows when the others began, so their time is the whole phase. But that is over only when
    /// all have an answer or have given up, and where somebody has, it is the longest of theirs.
    private static double secondsUntilServed(
            Load load, Demand demand, PhaseResult arrival, double sinceBegin) {
        return load.processes() > 1 && arrival.answered() == demand.clients()
                ? sinceBegin
                : arrival.seconds();
    }

    /// Figures of a crowd that is not there are figures of nothing.
    private static void expectServed(PhaseResult arrival, int clients) throws ServerFailure {
        if (arrival.answered() < LEAST_SERVED * clients) {
            throw new ServerFailure(
                    "only %,d of %,d clients were served (%s)"
                            .formatted(
                                    arrival.answered(),
                                    clients,
                                    arrival.whyNot().orElse("the others still wait")));
        }
    }

    /// Who was served may have been lost since, while the others came: with a process that another one has replaced, for
    /// instance.
    ///
    /// @param more open files that the server has by now; empty where the system does not tell
    static void expectConnected(OptionalLong more, int clients) throws ServerFailure {
        if (more.orElse(clients) < LEAST_SERVED * clients) {
            throw new ServerFailure(
                    "only %,d of %,d clients still had a connection when all had come"
                            .formatted(more.getAsLong(), clients));
        }
    }

    /// Most clients say nothing after their first answer: that they are still there, nobody would see.
    static void expectHeld(OptionalLong lost, int clients) throws ServerFailure {
        if (lost.orElse(0) > (1 - LEAST_SERVED) * clients) {
            throw new ServerFailure(
                    "%,d of %,d clients lost their connections while they stood"
                            .formatted(lost.getAsLong(), clients));
        }
    }

    private static OptionalLong fewer(OptionalLong now, OptionalLong before) {
        return now.isPresent() && before.isPresent()
                ? OptionalLong.of(Math.max(0, before.getAsLong() - now.getAsLong()))
                : OptionalLong.empty();
    }

    private PhaseResult arrive(Load load, int clients, ArrivalRate rate)
            throws IOException, InterruptedException {
        progress.detail(": clients come");
        var arrival =
                new Phase.Arrival(clients / rate.clientsPerSecond(), conditions.patienceSeconds());
        return load.run(arrival, _ -> {});
    }

    private Phase warmUp() {
        return new Phase.OpenLoop(WARM_UP_PER_SECOND, 0, conditions.warmUpSeconds())
                .withoutLeaving();
    }

    private Phase paced() {
        return new Phase.OpenLoop(
                        conditions.requestsPerSecond(), leadInSeconds, conditions.seconds())
                .withoutLeaving();
    }

    /// The share of a processor that the server has while nobody asks.
    private OptionalDouble idle(ProcessGroup server) throws InterruptedException {
        progress.detail(": nobody asks");
        var meter = ProcessorMeter.of(server);
        TimeUnit.MILLISECONDS.sleep((long) (conditions.idleSeconds() * 1000));
        return meter.share();
    }
}
