package eventloop.lab.claims;

import eventloop.lab.load.Load;
import eventloop.lab.load.LoadPlan;
import eventloop.lab.observe.Observer;
import eventloop.lab.server.AnswerCheck;
import eventloop.lab.server.Placement;
import eventloop.lab.server.RunningServer;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.server.ServerUnderTest;
import java.io.IOException;

/// One side of an experiment under way: its server, checked and warm, and its load, waiting for the next round.
final class RunningSide implements AutoCloseable {
    private static final long SEED = 2018;

    private final Workload workload;
    private final RunningServer server;
    private final Load load;

    private RunningSide(Workload workload, RunningServer server, Load load) {
        this.workload = workload;
        this.server = server;
        this.load = load;
    }

    /// @throws ServerFailure if the server does not start, or does not answer as it should
    static RunningSide start(
            ServerUnderTest server, Workload workload, Material material, Placement placement)
            throws ServerFailure, IOException, InterruptedException {
        var running = RunningServer.start(server, material.root(), placement);
        try {
            AnswerCheck.check(running.address(), material.pages());
            var load = Load.start(plan(workload, running, material), placement);
            var side = new RunningSide(workload, running, load);
            load.run(workload.warmingUp(), event -> {});
            return side;
        } catch (ServerFailure | IOException | InterruptedException | RuntimeException failure) {
            running.close();
            throw failure;
        }
    }

    private static LoadPlan plan(Workload workload, RunningServer server, Material material) {
        return new LoadPlan(
                server.address().getHost(),
                server.address().getPort(),
                workload.whoAsks(),
                workload.beside(),
                workload.timeout(),
                SEED,
                material.pages());
    }

    /// One round, watched.
    Sample measure() throws IOException, InterruptedException {
        try (var observer = Observer.of(server.pid())) {
            var result = load.run(workload.round(), observer::accept);
            return new Sample(result, observer.observation());
        }
    }

    @Override
    public void close() {
        load.close();
        server.close();
    }
}
