package eventloop.lab.study.claims;

import eventloop.lab.measure.load.Load;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.observe.Observer;
import eventloop.lab.measure.server.AnswerCheck;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Rest;
import eventloop.lab.measure.server.RunningServers;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A side in earnest: its server, checked and warm, and its load.
final class RunningSide implements MeasuredSide {
    private static final long SEED = 2018;

    private final Side side;
    private final RunningServers servers;
    private final Load load;

    private RunningSide(Side side, RunningServers servers, Load load) {
        this.side = side;
        this.servers = servers;
        this.load = load;
    }

    /// @throws ServerFailure if the server does not start, or does not answer as it should
    static RunningSide start(Side side, Servers servers, Path course, Placement placement)
            throws ServerFailure, IOException, InterruptedException {
        var workload = side.load();
        var server = servers.named(side.server(), side.options());
        var material = Material.of(workload.files(), course);
        var running = RunningServers.start(server, side.processes(), material.root(), placement);
        try {
            AnswerCheck.check(running.address(), material.pages());
            var load = Load.start(plan(workload, running, material), placement);
            load.warmUp(workload.warmingUp());
            return new RunningSide(side, running, load);
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

    @Override
    public Sample measure() throws ServerFailure, IOException, InterruptedException {
        try (var observer = Observer.of(servers.firstPid())) {
            var result = load.run(side.load().round(), observer::accept);
            var observation = observer.observation();
            var leaving = side.load().leaving();
            if (leaving.isPresent()) {
                load.run(leaving.get(), _ -> {});
            }
            servers.expectAlive("under load");
            return new Sample(
                    result,
                    servers.count() == 1 ? observation : observation.withoutTheProcess(),
                    load.sentAway());
        }
    }

    @Override
    public void comeToRest() throws InterruptedException {
        Rest.await(Stream.concat(servers.pids(), load.pids()));
    }

    @Override
    public void close() {
        load.close();
        servers.close();
    }
}
