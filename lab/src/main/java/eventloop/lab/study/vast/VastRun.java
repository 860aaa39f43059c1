package eventloop.lab.study.vast;

import eventloop.lab.measure.observe.Quiet;
import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.SizedFiles;
import eventloop.lab.study.vast.Stand.Held;
import eventloop.lab.study.vast.Stand.Lost;
import eventloop.lab.study.vast.Stand.NotRun;
import eventloop.lab.study.vast.Stand.Unmeasured;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Level by level, all servers hold so many clients, one after the other. Who has come to an end at one level is not
/// tried at a higher one.
public final class VastRun {
    /// Hears of everything as soon as it is known.
    public interface Listener {
        void measured(Stand stand);

        void ended(StepEnd end);
    }

    private final VastConditions conditions;
    private final List<Entrant> entrants;
    private final EndSearch ends;
    private final HeldCrowd crowd;
    private final Quiet quiet;
    private final Progress progress;

    /// Of those that have not kept up at full rate.
    private final Map<String, ArrivalRate> slowerRates = new HashMap<>();

    /// @param steps whose ends are looked for
    /// @param sizedFiles a directory for the file that all ask for
    /// @param quiet what is waited for behind each server
    public VastRun(
            VastConditions conditions,
            List<Entrant> entrants,
            List<Entrant> steps,
            Path sizedFiles,
            Placement placement,
            Quiet quiet,
            Progress progress)
            throws IOException {
        this(
                conditions,
                entrants,
                steps,
                sizedFiles,
                placement,
                quiet,
                progress,
                HeldCrowd.LEAD_IN_SECONDS);
    }

    /// @param leadInSeconds before requests are counted
    VastRun(
            VastConditions conditions,
            List<Entrant> entrants,
            List<Entrant> steps,
            Path sizedFiles,
            Placement placement,
            Quiet quiet,
            Progress progress,
            double leadInSeconds)
            throws IOException {
        this.conditions = conditions;
        this.entrants = entrants;
        this.quiet = quiet;
        this.progress = progress;
        var sizes = Map.of(conditions.fileBytes(), 1);
        var root = SizedFiles.make(sizedFiles, sizes.keySet());
        var pages = Mix.sizes(root, sizes);
        crowd = new HeldCrowd(conditions, root, pages, placement, progress, leadInSeconds);
        ends = new EndSearch(steps, conditions, root, pages, placement, progress);
    }

    public void run(Listener listener) throws IOException, InterruptedException {
        var lastWords = new HashMap<String, String>();
        for (int clients : conditions.levels()) {
            for (var entrant : entrants) {
                if (Children.areEnding()) {
                    return;
                }
                progress.stage(
                        "%s (%d of %d), %,d clients"
                                .formatted(
                                        entrant.name(),
                                        entrants.indexOf(entrant) + 1,
                                        entrants.size(),
                                        clients));
                var outcome =
                        lastWords.containsKey(entrant.name())
                                ? new NotRun(lastWords.get(entrant.name()), Optional.empty())
                                : outcome(entrant, clients);
                if (outcome instanceof Lost(var reason)) {
                    lastWords.put(
                            entrant.name(), "it was at its end with fewer clients: " + reason);
                }
                listener.measured(new Stand(entrant.name(), clients, outcome));
                progress.detail(": until the machine is at rest");
                quiet.await();
            }
        }
        ends.run(quiet, listener);
    }

    private Stand.Outcome outcome(Entrant entrant, int clients)
            throws IOException, InterruptedException {
        var missing = entrant.missing();
        if (missing.isPresent()) {
            return new NotRun(missing.get(), Optional.empty());
        }
        var allowance = Allowance.now();
        var demand = Demand.of(clients, entrant, allowance);
        var obstacles = Obstacle.to(demand, allowance);
        if (!obstacles.isEmpty()) {
            return new NotRun(
                    Obstacle.reasons(obstacles), Optional.of(Obstacle.remedies(obstacles)));
        }
        try {
            return hold(entrant, demand);
        } catch (ServerFailure failure) {
            return new Lost(failure.getMessage());
        } catch (IOException failure) {
            return new Unmeasured("the load came to its end: " + FailureWords.of(failure));
        }
    }

    /// Whoever fails is tried once more, with clients that come more slowly; and so is he with more of them.
    private Held hold(Entrant entrant, Demand demand)
            throws ServerFailure, IOException, InterruptedException {
        var rate =
                slowerRates.getOrDefault(
                        entrant.name(), ArrivalRate.full(conditions.arrivalsPerSecond()));
        try {
            return crowd.hold(entrant, demand, rate);
        } catch (ServerFailure failure) {
            if (!rate.isFull()) {
                throw failure;
            }
            var slower = rate.slower(failure.getMessage());
            slowerRates.put(entrant.name(), slower);
            progress.detail(": until the machine is at rest");
            quiet.await();
            return crowd.hold(entrant, demand, slower);
        }
    }

    /// How long all will take, about.
    public static Duration expected(
            VastConditions conditions, List<Entrant> entrants, int steps, Allowance allowance) {
        var times = new ArrayList<Duration>();
        for (int clients : conditions.levels()) {
            for (var entrant : entrants) {
                var demand = Demand.of(clients, entrant, allowance);
                if (entrant.missing().isEmpty() && Obstacle.to(demand, allowance).isEmpty()) {
                    times.add(conditions.expected(demand));
                }
            }
        }
        return times.stream()
                .reduce(EndSearch.EXPECTED_FOR_ONE.multipliedBy(steps), Duration::plus);
    }
}
