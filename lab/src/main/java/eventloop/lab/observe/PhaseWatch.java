package eventloop.lab.observe;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a process costs from the begin of a phase to the end of its counting.
final class PhaseWatch {
    private static final double MICROS = 1e6;

    private final ProcessFiles files;
    private final long begin = System.nanoTime();
    private final Optional<ProcessorTime> processorTimeBefore;
    private final ContextSwitches switches;
    private final Bystanders bystanders = new Bystanders();

    private Optional<ProcessorTime> processorTime = Optional.empty();
    private OptionalLong residentMemory = OptionalLong.empty();
    private OptionalDouble bystandersShare = OptionalDouble.empty();
    private double seconds;

    PhaseWatch(ProcessFiles files) {
        this.files = files;
        processorTimeBefore = files.processorTime();
        switches = new ContextSwitches(files);
    }

    void look() {
        switches.look();
    }

    void end() {
        seconds = (System.nanoTime() - begin) / 1e9;
        processorTime =
                files.processorTime()
                        .flatMap(now -> processorTimeBefore.map(before -> now.since(before)));
        switches.look();
        residentMemory = files.residentMemoryBytes();
        bystandersShare = bystanders.share();
    }

    OptionalDouble bystandersShare() {
        return bystandersShare;
    }

    int threadsEnded() {
        return switches.threadsEnded();
    }

    /// @param requests answered from the begin to the end
    Work work(long requests) {
        var switched = switches.total();
        return new Work(
                figure(processorTime.map(time -> time.seconds() / seconds)),
                each(requests, processorTime.map(time -> time.userSeconds() * MICROS)),
                each(requests, processorTime.map(time -> time.systemSeconds() * MICROS)),
                each(requests, switched.map(all -> (double) all.voluntary())),
                each(requests, switched.map(all -> (double) all.forced())),
                residentMemory);
    }

    private static OptionalDouble each(long requests, Optional<Double> whole) {
        return figure(whole.filter(_ -> requests > 0).map(amount -> amount / requests));
    }

    private static OptionalDouble figure(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
