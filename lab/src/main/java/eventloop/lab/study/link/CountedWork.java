package eventloop.lab.study.link;

import eventloop.lab.measure.load.LoadEvent;
import eventloop.lab.measure.observe.ProcessGroup;
import eventloop.lab.measure.observe.ProcessorMeter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// The processor time that a server has had while its answers were counted, from the making of this on. It is exact:
/// of the kernel's ticks, which [eventloop.lab.measure.observe.Observer] counts, a slow cable leaves too few. Heard by
/// the thread that runs the load, and read by it behind the load.
final class CountedWork implements Consumer<LoadEvent> {
    private final ProcessorMeter meter;
    private OptionalDouble seconds = OptionalDouble.empty();

    CountedWork(long pid) {
        meter = ProcessorMeter.of(new ProcessGroup(List.of(pid)));
    }

    @Override
    public void accept(LoadEvent event) {
        if (event instanceof LoadEvent.CountingEnded) {
            seconds = meter.seconds();
        }
    }

    /// Empty where the system does not tell.
    OptionalDouble seconds() {
        return seconds;
    }
}
