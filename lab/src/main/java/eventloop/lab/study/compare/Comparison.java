package eventloop.lab.study.compare;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Rest;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerProcesses;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.Page;
import eventloop.lab.measure.site.SizedFiles;
import eventloop.lab.study.compare.Measurement.NotTimed;
import eventloop.lab.study.compare.Measurement.Peak;
import eventloop.lab.study.compare.Measurement.Timed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Measures servers under the same load: first response times, by number of clients, then peaks, by size of
/// file.
///
/// Servers take turns (all servers, then all servers again), so that a machine that is slow for a
/// while is slow for all. In each round another one begins, so that none always comes behind the
/// same; and none begins before the kernel has cleared up behind the one before. A server that
/// cannot be timed costs only its own figures.
public final class Comparison {
    /// Hears of every measurement as soon as it is done.
    public interface Listener {
        void measured(Measurement responseTimes);

        void measured(Throughput peak);
    }

    private final List<? extends ServerUnderTest> servers;
    private final Conditions conditions;
    private final Path sizedFiles;
    private final Placement placement;
    private final Progress progress;
    private final ServerProcesses processes;

    /// @param servers those that the conditions name, in the same order
    /// @param sizedFiles a directory for files of the conditions' sizes
    public Comparison(
            List<? extends ServerUnderTest> servers,
            Conditions conditions,
            Path sizedFiles,
            Placement placement,
            Progress progress) {
        this(
                servers,
                conditions,
                sizedFiles,
                placement,
                progress,
                OpenFiles.connectionsPerProcess());
    }

    /// @param connectionsPerProcess that a server can have
    Comparison(
            List<? extends ServerUnderTest> servers,
            Conditions conditions,
            Path sizedFiles,
            Placement placement,
            Progress progress,
            int connectionsPerProcess) {
        this.servers = servers;
        this.conditions = conditions;
        this.sizedFiles = sizedFiles;
        this.placement = placement;
        this.progress = progress;
        processes = new ServerProcesses(connectionsPerProcess);
    }

    public void run(Listener listener) throws IOException, InterruptedException {
        for (int round = 1; round <= conditions.rounds(); round++) {
            measureResponseTimes(round, listener);
        }
        if (Children.areEnding()) {
            return;
        }
        SizedFiles.make(sizedFiles, conditions.fileSizes());
        for (int round = 1; round <= conditions.rounds(); round++) {
            measurePeaks(round, listener);
        }
    }

    private void measureResponseTimes(int round, Listener listener) throws InterruptedException {
        var site = Path.of(conditions.root());
        for (int clients : conditions.clients()) {
            measureAll(
                    bout(site, conditions.pages(), clients, conditions.phases(), round),
                    round,
                    "%,d clients".formatted(clients),
                    Comparison::timed,
                    (server, outcome) ->
                            listener.measured(new Measurement(server, clients, round, outcome)));
        }
    }

    private void measurePeaks(int round, Listener listener) throws InterruptedException {
        for (long bytes : conditions.fileSizes()) {
            var pages = Mix.sizes(sizedFiles, Map.of(bytes, 1));
            var phase = List.of(conditions.sizePhase());
            measureAll(
                    bout(sizedFiles, pages, conditions.clientsFor(bytes), phase, round),
                    round,
                    "files of %,d bytes".formatted(bytes),
                    Comparison::peak,
                    (server, outcome) ->
                            listener.measured(new Throughput(server, bytes, round, outcome)));
        }
    }

    /// One server after the other, as long as the lab is not about to end.
    private void measureAll(
            Bout bout,
            int round,
            String work,
            Function<Bout.Findings, Measurement.Outcome> figures,
            BiConsumer<String, Measurement.Outcome> measured)
            throws InterruptedException {
        for (var server : inTurn(round)) {
            if (Children.areEnding()) {
                return;
            }
            progress.stage(title(server, work, round));
            measured.accept(server.name(), outcome(bout, server, figures));
        }
    }

    /// In the first round in their own order.
    private List<ServerUnderTest> inTurn(int round) {
        var turns = new ArrayList<ServerUnderTest>(servers);
        Collections.rotate(turns, 1 - round);
        return turns;
    }

    /// Every server of a round is asked at the same times, and in each round at others.
    private Bout bout(Path root, List<Page> pages, int clients, List<Phase> phases, int round) {
        return new Bout(
                root,
                pages,
                clients,
                conditions.beginning(),
                phases,
                conditions.looksAtHeaps(),
                conditions.timeoutSeconds(),
                conditions.seed() + round - 1,
                placement,
                processes);
    }

    private String title(ServerUnderTest server, String work, int round) {
        int number = servers.indexOf(server) + 1;
        var title = "%s (%d of %d), %s".formatted(server.name(), number, servers.size(), work);
        return conditions.rounds() == 1
                ? title
                : title + ", round %d of %d".formatted(round, conditions.rounds());
    }

    private Measurement.Outcome outcome(
            Bout bout, ServerUnderTest server, Function<Bout.Findings, Measurement.Outcome> figures)
            throws InterruptedException {
        try {
            return figures.apply(bout.fight(server, progress));
        } catch (ServerFailure failure) {
            return new NotTimed(failure.getMessage());
        } catch (IOException failure) {
            return new NotTimed("the measurement failed: " + FailureWords.of(failure));
        } finally {
            Rest.await(Stream.empty());
        }
    }

    private static Timed timed(Bout.Findings findings) {
        return new Timed(
                findings.ofKind(Phase.ClosedLoop.class),
                findings.ofKind(Phase.OpenLoop.class),
                findings.observation(),
                findings.heap(),
                findings.processes(),
                findings.beginning());
    }

    private static Peak peak(Bout.Findings findings) {
        return new Peak(
                findings.ofKind(Phase.ClosedLoop.class),
                findings.observation(),
                findings.heap(),
                findings.beginning());
    }
}
