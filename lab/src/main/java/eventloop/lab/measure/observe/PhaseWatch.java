package eventloop.lab.measure.observe;

import eventloop.lab.measure.load.PhaseResult;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a process costs in one phase of load:
///
/// ```
///   begin ── lead-in ──► beginCounting ──► endCounting ──► work
///     │                        └ processor time ┘
///     └──────────── context switches ───────────┘
/// ```
final class PhaseWatch {
    private static final double MICROS_A_SECOND = 1e6;

    private final ProcessFiles files;
    private final ContextSwitches switches;
    private final Bystanders bystanders = new Bystanders();

    private long countingBegan;
    private Optional<ProcessorTime> processorTimeBefore = Optional.empty();

    private double secondsCounted;
    private Optional<ProcessorTime> processorTime = Optional.empty();
    private Optional<ThreadWork> threads = Optional.empty();
    private OptionalLong residentMemory = OptionalLong.empty();
    private OptionalDouble bystandersShare = OptionalDouble.empty();

    /// Begins.
    PhaseWatch(ProcessFiles files) {
        this.files = files;
        switches = new ContextSwitches(files);
    }

    void beginCounting() {
        processorTimeBefore = files.stat().processorTime();
        countingBegan = System.nanoTime();
    }

    void endCounting() {
        processorTime =
                files.stat()
                        .processorTime()
                        .flatMap(now -> processorTimeBefore.map(before -> now.since(before)));
        secondsCounted = (System.nanoTime() - countingBegan) / 1e9;
        residentMemory = files.status().residentMemoryBytes();
        threads = switches.untilNow();
        bystandersShare = bystanders.share();
    }

    /// While all this was watched; see [Bystanders].
    OptionalDouble bystandersShare() {
        return bystandersShare;
    }

    /// @param result of the phase, as the clients saw it
    PhaseCost work(PhaseResult result) {
        double requests = secondsCounted * result.answeredMeanwhile() / result.seconds();
        double requestsInAll = result.answeredInAll();
        return new PhaseCost(
                figure(processorTime.map(time -> time.seconds() / secondsCounted)),
                each(requests, processorTime.map(time -> time.userSeconds() * MICROS_A_SECOND)),
                each(requests, processorTime.map(time -> time.systemSeconds() * MICROS_A_SECOND)),
                each(requestsInAll, threads.map(all -> (double) all.switches())),
                each(requestsInAll, threads.map(all -> (double) all.forcedSwitches())),
                residentMemory);
    }

    private static OptionalDouble each(double requests, Optional<Double> whole) {
        return figure(whole.filter(_ -> requests > 0).map(amount -> amount / requests));
    }

    private static OptionalDouble figure(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
