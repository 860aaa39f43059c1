package eventloop.lab.workbench.speed;

import eventloop.lab.measure.load.Load;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.WarmUp;
import eventloop.lab.measure.load.Wrk;
import eventloop.lab.measure.observe.ProcessGroup;
import eventloop.lab.measure.observe.Warming;
import eventloop.lab.measure.server.Rest;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.site.Mix;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// A server in a duel, and those of our own loads that ask it: they come once, warm up, and stay for all
/// rounds. Between two rounds they have no connections.
final class Contestant implements AutoCloseable {
    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double TIMEOUT_SECONDS = 5;
    private static final long SEED = 2018;
    private static final Phase LEAVING = new Phase.ClosedLoop(0, 0.05);

    private final String name;
    private final RunningServer server;
    private final Field field;

    /// By the number of their clients.
    private final Map<Integer, Load> loads = new HashMap<>();

    Contestant(String name, RunningServer server, Field field) {
        this.name = name;
        this.server = server;
        this.field = field;
    }

    String name() {
        return name;
    }

    RunningServer server() {
        return server;
    }

    ProcessGroup processes() {
        return new ProcessGroup(List.of(server.pid()));
    }

    /// As many requests as it answers; what it takes for them is not looked at.
    Wrk.Result load(Wrk wrk, List<URI> pages) throws IOException, InterruptedException {
        return wrk.run(pages, field.placement());
    }

    /// One round of as many requests as it answers.
    ///
    /// @throws IOException if any of them fails
    Round peak(Wrk wrk, List<URI> pages) throws IOException, InterruptedException {
        var distance = field.nearness().await();
        var watch = new Watch();
        var result = load(wrk, pages);
        var effort = watch.stop(result.requests(), result.failed(), result.seconds());
        return new Round(
                name,
                result.requestsPerSecond(),
                result.meanMillis(),
                result.p99Millis(),
                effort.microsPerRequest(),
                effort.share(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                distance);
    }

    /// Has a load come that asks in the rounds to follow.
    ///
    /// @param warmUp for the load as well as for the server; nothing of it counts
    void invite(int clients, Phase warmUp) throws IOException, InterruptedException {
        var load = Load.start(plan(clients), field.placement());
        loads.put(clients, load);
        load.warmUp(warmUp);
    }

    /// The same, until the server is as fast as it gets. Then all clients leave.
    ///
    /// @param first before that: clients come, ask, leave, and come again
    WarmUp inviteUntilSteady(int clients, Phase first) throws IOException, InterruptedException {
        invite(clients, first);
        var load = loads.get(clients);
        var warmUp =
                Warming.untilSteady(
                        processes(),
                        Peak.MOST_SECONDS_OF_WARM_UP,
                        server::isAlive,
                        load::askForASecond);
        load.run(LEAVING, _ -> {});
        return warmUp;
    }

    /// One round of a load that has been invited.
    ///
    /// @throws IOException if any request fails
    Round ask(int clients, Phase phase) throws IOException, InterruptedException {
        var distance = field.nearness().await();
        var watch = new Watch();
        var result = loads.get(clients).run(phase, event -> {});
        var effort =
                watch.stop(
                        result.answeredInAll(),
                        result.failed(),
                        phase.duration().toNanos() / NANOS_A_SECOND);
        return new Round(
                name,
                result.requestsPerSecond(),
                result.latency().meanMillis(),
                result.latency().p99Millis(),
                effort.microsPerRequest(),
                effort.share(),
                OptionalDouble.of(result.lateness().p99Millis()),
                OptionalDouble.of(result.lateness().meanMillis()),
                distance);
    }

    /// Returns when it takes nothing from the others any more, of whom one is going to have its turn.
    void comeToRest() throws InterruptedException {
        Rest.await(
                Stream.concat(
                        Stream.of(server.pid()), loads.values().stream().flatMap(Load::pids)));
    }

    private LoadPlan plan(int clients) {
        return LoadPlan.keepAlive(
                server.address(),
                clients,
                TIMEOUT_SECONDS,
                SEED,
                Mix.sizes(field.files(), Map.of(Field.SMALL, 1)));
    }

    private Duration processorTime() {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        loads.values().forEach(Load::close);
        server.close();
    }

    /// @param share of one processor
    private record Effort(double microsPerRequest, double share) {}

    /// How much of the processor the server takes during one round.
    private final class Watch {
        private final Duration before = processorTime();

        /// @param seconds that the load itself counts: until it has started, and when it has come
        ///     to its end, no server has anything to do, and none of them would seem busy
        Effort stop(long requests, long failed, double seconds) throws IOException {
            double took = processorTime().minus(before).toNanos();
            if (failed > 0) {
                throw new IOException("%s: %,d requests failed".formatted(name, failed));
            }
            return new Effort(took / NANOS_A_MICRO / requests, took / NANOS_A_SECOND / seconds);
        }
    }
}
