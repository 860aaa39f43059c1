package eventloop.lab.study.link;

import eventloop.lab.measure.load.LoadEvent;
import eventloop.lab.measure.observe.ProcessGroup;
import eventloop.lab.measure.observe.ProcessorMeter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// The processor time that a server has had while its answers were counted. It is exact: of the kernel's ticks, which
/// [eventloop.lab.measure.observe.Observer] counts, a slow cable leaves too few. Read when the load is over.
final class CountedWork implements Consumer<LoadEvent> {
    private final ProcessGroup server;
    private Optional<ProcessorMeter> meter = Optional.empty();
    private OptionalDouble seconds = OptionalDouble.empty();

    CountedWork(long pid) {
        server = new ProcessGroup(List.of(pid));
    }

    @Override
    public void accept(LoadEvent event) {
        switch (event) {
            case LoadEvent.CountingBegun _ -> meter = Optional.of(ProcessorMeter.of(server));
            case LoadEvent.CountingEnded _ -> seconds = meter.orElseThrow().seconds();
            case LoadEvent.Ready _, LoadEvent.Begun _, LoadEvent.Done _ -> {}
        }
    }

    /// Empty where the system does not tell.
    OptionalDouble seconds() {
        return seconds;
    }
}
