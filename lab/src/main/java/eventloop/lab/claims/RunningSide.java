package eventloop.lab.claims;

import eventloop.lab.load.Load;
import eventloop.lab.load.LoadPlan;
import eventloop.lab.observe.Observer;
import eventloop.lab.server.AnswerCheck;
import eventloop.lab.server.Placement;
import eventloop.lab.server.RunningServers;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.server.ServerUnderTest;
import java.io.IOException;

/// One side of an experiment under way: its server, checked and warm, and its load, waiting for the next round.
final class RunningSide implements AutoCloseable {
    private static final long SEED = 2018;

    private final Workload workload;
    private final RunningServers servers;
    private final Load load;

    private RunningSide(Workload workload, RunningServers servers, Load load) {
        this.workload = workload;
        this.servers = servers;
        this.load = load;
    }

    /// @throws ServerFailure if the server does not start, or does not answer as it should
    static RunningSide start(
            ServerUnderTest server, Side side, Material material, Placement placement)
            throws ServerFailure, IOException, InterruptedException {
        var workload = side.load();
        var running = RunningServers.start(server, side.processes(), material.root(), placement);
        try {
            AnswerCheck.check(running.address(), material.pages());
            var load = Load.start(plan(workload, running, material), placement);
            load.run(workload.warmingUp(), event -> {});
            return new RunningSide(workload, running, load);
        } catch (ServerFailure | IOException | InterruptedException | RuntimeException failure) {
            running.close();
            throw failure;
        }
    }

    private static LoadPlan plan(Workload workload, RunningServers servers, Material material) {
        return new LoadPlan(
                servers.address().getHost(),
                servers.address().getPort(),
                workload.whoAsks(),
                workload.beside(),
                workload.timeout(),
                SEED,
                material.pages());
    }

    /// One round, watched.
    Sample measure() throws IOException, InterruptedException {
        try (var observer = Observer.of(servers.firstPid())) {
            var result = load.run(workload.round(), observer::accept);
            return new Sample(result, observer.observation());
        }
    }

    @Override
    public void close() {
        load.close();
        servers.close();
    }
}
