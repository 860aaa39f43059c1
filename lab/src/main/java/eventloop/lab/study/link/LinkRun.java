package eventloop.lab.study.link;

import eventloop.lab.measure.load.Load;
import eventloop.lab.measure.load.LoadEvent;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.result.Bytes;
import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Variant;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.SizedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Has each server answer over each cable: small files at a pace, then large ones as fast as they come.
///
/// @param servers steps of the course, which take `--host`
/// @param sizedFiles a directory for what is asked for
/// @param progress is told what begins
public record LinkRun(
        LinkConditions conditions,
        List<? extends ServerUnderTest> servers,
        Path sizedFiles,
        Placement processors,
        Consumer<String> progress) {
    private static final double TIMEOUT_SECONDS = 30;
    private static final long SEED = 2018;

    /// Over every cable that this kernel can lay, as long as the lab is not about to end. A server that fails costs
    /// only its own reading.
    ///
    /// @param found hears of each part as it is found
    public void run(TwoHosts hosts, Consumer<LinkFindings> found) throws InterruptedException {
        for (var cable : Cable.ALL) {
            if (Children.areEnding()) {
                return;
            }
            try {
                hosts.lay(cable);
            } catch (IOException noSuchQueue) {
                found.accept(
                        LinkFindings.notLaid(
                                "%s: %s".formatted(cable.words(), noSuchQueue.getMessage())));
                continue;
            }
            for (var server : servers) {
                if (Children.areEnding()) {
                    return;
                }
                found.accept(find(hosts, cable, server));
            }
        }
    }

    private LinkFindings find(TwoHosts hosts, Cable cable, ServerUnderTest server)
            throws InterruptedException {
        var name = "%s, %s".formatted(cable.words(), server.name());
        progress.accept(name);
        try {
            return LinkFindings.read(read(hosts, cable, server));
        } catch (ServerFailure | IOException | UncheckedIOException failure) {
            return LinkFindings.notRead("%s: %s".formatted(name, FailureWords.of(failure)));
        }
    }

    LinkReading read(TwoHosts hosts, Cable cable, ServerUnderTest server)
            throws ServerFailure, IOException, InterruptedException {
        var root =
                SizedFiles.make(
                        sizedFiles, List.of(conditions.smallBytes(), conditions.largeBytes()));
        var there = new Variant(server, server.name(), List.of("--host", hosts.address()));
        var placement = hosts.placement(processors);
        try (var running = RunningServer.start(there, root, placement)) {
            var packets = new CountedPackets(hosts::packets);
            var small = small(running, root, placement, packets);
            running.expectAlive("under load of small files");
            var work = new CountedWork(running.pid());
            var large = large(running, root, placement, work);
            running.expectAlive("under load of large files");
            return new LinkReading(
                    cable.words(),
                    server.name(),
                    small.latency().meanMillis(),
                    small.latency().p99Millis(),
                    (double) packets.counted() / small.answeredMeanwhile(),
                    large.bodyBytes() / large.seconds(),
                    millisPerMebibyte(work.seconds(), large),
                    small.failed() + large.failed());
        }
    }

    /// @param listener hears when counting begins and ends: the clients come before it, and leave behind it
    private PhaseResult small(
            RunningServer server, Path root, Placement placement, Consumer<LoadEvent> listener)
            throws ServerFailure, IOException, InterruptedException {
        var paced =
                new Phase.OpenLoop(
                        conditions.smallPerSecond(),
                        conditions.leadInSeconds(),
                        conditions.seconds());
        return load(
                server,
                root,
                placement,
                conditions.smallClients(),
                conditions.smallBytes(),
                paced,
                listener);
    }

    /// @param listener hears when counting begins and ends: the clients take what they have asked for to its end
    private PhaseResult large(
            RunningServer server, Path root, Placement placement, Consumer<LoadEvent> listener)
            throws ServerFailure, IOException, InterruptedException {
        var asFast = new Phase.ClosedLoop(conditions.leadInSeconds(), conditions.seconds());
        return load(
                server,
                root,
                placement,
                conditions.largeClients(),
                conditions.largeBytes(),
                asFast,
                listener);
    }

    private static PhaseResult load(
            RunningServer server,
            Path root,
            Placement placement,
            int clients,
            long bytes,
            Phase phase,
            Consumer<LoadEvent> listener)
            throws ServerFailure, IOException, InterruptedException {
        var plan =
                LoadPlan.keepAlive(
                        server.address(),
                        clients,
                        TIMEOUT_SECONDS,
                        SEED,
                        Mix.sizes(root, Map.of(bytes, 1)));
        try (var load = Load.start(plan, placement)) {
            return counted(load.run(phase, listener), bytes);
        }
    }

    private static PhaseResult counted(PhaseResult found, long bytes) throws ServerFailure {
        var whyNot = found.whyNot();
        if (whyNot.isPresent()) {
            throw new ServerFailure("files of %,d bytes: %s".formatted(bytes, whyNot.get()));
        }
        return found;
    }

    private static OptionalDouble millisPerMebibyte(OptionalDouble seconds, PhaseResult large) {
        return seconds.isPresent()
                ? OptionalDouble.of(
                        1000 * seconds.getAsDouble() / Bytes.mebibytes(large.bodyBytes()))
                : OptionalDouble.empty();
    }
}
