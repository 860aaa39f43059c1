package eventloop.lab.study.vast;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.Load;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.ProcessGroup;
import eventloop.lab.measure.observe.ProcessorMeter;
import eventloop.lab.measure.observe.Quiet;
import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServers;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Finds where each step ends: with how many clients not every one of them is served any more, or finds its connection
/// closed when it asks again, and what is seen then. Each try has a new server, in one process and with its own defaults.
record EndSearch(
        List<Entrant> steps,
        VastConditions conditions,
        Path root,
        List<Page> pages,
        Placement placement,
        Progress progress) {
    static final Duration EXPECTED_FOR_ONE = Duration.ofSeconds(75);

    private static final List<Integer> FIRST_TRIES = List.of(100, 1_000, 10_000);
    private static final int MOST = 50_000;
    private static final double TIMEOUT_SECONDS = 5;
    private static final long SEED = 2018;

    /// A process that is so close to its limit of open files was stopped by it.
    private static final int FILES_LEFT = 16;

    /// One step after the other, as long as the lab is not about to end.
    void run(Quiet quiet, VastRun.Listener listener) throws IOException, InterruptedException {
        for (var step : steps) {
            if (Children.areEnding()) {
                return;
            }
            progress.stage("%s: where does it end?".formatted(step.name()));
            var means = new HashMap<Integer, OptionalDouble>();
            var found =
                    Bisection.among(
                            firstTries(),
                            clients -> {
                                progress.detail(" %,d clients".formatted(clients));
                                var whyNot = attempt(step, clients, means);
                                quiet.await();
                                return whyNot;
                            });
            listener.ended(
                    new StepEnd(
                            step.name(),
                            found.held(),
                            found.lost(),
                            means.getOrDefault(found.held(), OptionalDouble.empty()),
                            found.reason()));
        }
    }

    /// The last of them is more than a process may have open files, as far as that can be had.
    private List<Integer> firstTries() {
        int tooMany = Math.min(MOST, conditions.connectionsEach() / 10 * 11);
        var last = Stream.of(Math.min(MOST, conditions.connectionsEach()), tooMany);
        return Stream.concat(FIRST_TRIES.stream(), last).sorted().distinct().toList();
    }

    /// @param means gets the mean response time of the second requests
    /// @return why not all of them were held; empty if they were
    private Optional<String> attempt(Entrant step, int clients, Map<Integer, OptionalDouble> means)
            throws IOException, InterruptedException {
        try (var server = step.start(1, conditions.connectionsEach(), root, pages, placement);
                var load = start(server, clients)) {
            var group = new ProcessGroup(server.pids().toList());
            var processor = ProcessorMeter.of(group);
            var first = load.run(Phase.Arrival.of(clients, patience()), _ -> {});
            server.expectAlive("while its clients came");
            if (first.answered() < clients) {
                return Optional.of(
                        reason("served", first.answered(), clients, first, group, processor));
            }
            var again = new Phase.Arrival(clients / conditions.arrivalsPerSecond(), patience());
            var second = load.run(again, _ -> {});
            server.expectAlive("while its clients asked again");
            means.put(clients, OptionalDouble.of(second.latency().meanMillis()));
            long still = stillConnected(second);
            return still < clients
                    ? Optional.of(
                            reason(
                                    "still had a connection",
                                    still,
                                    clients,
                                    second,
                                    group,
                                    processor))
                    : Optional.empty();
        } catch (ServerFailure failure) {
            return Optional.of(failure.getMessage());
        } catch (IOException failure) {
            throw new IOException("the load came to its end: " + FailureWords.of(failure), failure);
        }
    }

    /// At least. Who had lost its connection, came again and was refused has no answer and is one of the reconnects: it
    /// counts once. Who came again and was not answered for another reason counts twice, for that reason may also be one
    /// of those who still had a connection.
    static long stillConnected(PhaseResult again) {
        long refused = again.failures().byKind().getOrDefault(Failure.REFUSED, 0L);
        return Math.max(0, again.answered() + refused - again.reconnects());
    }

    private static double patience() {
        return TIMEOUT_SECONDS + 1;
    }

    private Load start(RunningServers server, int clients)
            throws IOException, InterruptedException {
        var plan = LoadPlan.keepAlive(server.address(), clients, TIMEOUT_SECONDS, SEED, pages);
        return Load.start(plan, placement, conditions.connectionsEach(), VastConditions.LOAD_HEAP);
    }

    private static String reason(
            String what,
            long number,
            int clients,
            PhaseResult result,
            ProcessGroup group,
            ProcessorMeter processor) {
        var busy = Figures.percent(processor.share());
        var files = group.mostOpenFiles();
        var state =
                files.orElse(0) > OpenFiles.limit() - FILES_LEFT
                        ? "all its %,d open files are taken".formatted(OpenFiles.limit())
                        : "it has %s threads and %s of %,d open files, and had %s of a processor until then"
                                .formatted(
                                        Figures.count(group.threads()),
                                        Figures.count(files),
                                        OpenFiles.limit(),
                                        busy);
        return "%,d of %,d clients %s%s; %s".formatted(number, clients, what, kinds(result), state);
    }

    private static String kinds(PhaseResult arrival) {
        var kinds = arrival.failures().inWords();
        return kinds.isEmpty() ? "" : " (%s)".formatted(String.join(", ", kinds));
    }
}
