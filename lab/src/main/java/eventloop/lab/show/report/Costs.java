package eventloop.lab.show.report;

import eventloop.lab.measure.observe.Heap;
import eventloop.lab.measure.observe.Observation;
import eventloop.lab.measure.observe.PhaseCost;
import eventloop.lab.measure.result.Bytes;
import eventloop.lab.study.compare.Measurement.Timed;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What answers cost the machine, at the peak. The only place of the report that looks into an
/// [Observation] or a [Heap].
final class Costs {
    private static final double KIBIBYTE = 1 << 10;

    private final Grid grid;

    Costs(Grid grid) {
        this.grid = grid;
    }

    /// Without those of which nothing is known.
    Stream<Section> sections() {
        return Stream.of(
                        Stream.of(switches(), processorTime(), memory()),
                        new MemoryPerClient(grid).section().stream(),
                        Stream.of(garbage()))
                .flatMap(sections -> sections)
                .filter(Section::isPictured);
    }

    private Section switches() {
        var id = "context-switches";
        var all =
                work(
                        "Context switches a request",
                        Units::plain,
                        Units::figure,
                        PhaseCost::switchesPerRequest);
        var voluntary =
                work(
                        "Voluntary ones",
                        Units::plain,
                        Units::figure,
                        PhaseCost::voluntarySwitchesPerRequest);
        var forced =
                work(
                        "Forced ones",
                        Units::plain,
                        Units::figure,
                        PhaseCost::forcedSwitchesPerRequest);
        return new Section(
                id,
                "How often does the processor change threads?",
                "Fewer is better: at a voluntary switch a thread has to wait, at a forced one"
                        + " another's turn has come. The axis goes in factors:"
                        + " equal distances are equal ratios.",
                all.rows(id, OptionalDouble.empty()),
                List.of(all.table(), voluntary.table(), forced.table()));
    }

    private Section processorTime() {
        var id = "processor-time";
        var all =
                work(
                        "Processor time a request",
                        Costs::shortMicros,
                        Costs::micros,
                        PhaseCost::processorMicrosPerRequest);
        var user =
                work(
                        "In the server's code",
                        Costs::shortMicros,
                        Costs::micros,
                        PhaseCost::userMicrosPerRequest);
        var system =
                work(
                        "In the kernel",
                        Costs::shortMicros,
                        Costs::micros,
                        PhaseCost::systemMicrosPerRequest);
        return new Section(
                id,
                "How much work is a request?",
                "Lower is better: how long the server had a processor for each right answer, at the"
                        + " peak. Where the load generator could make no more, this still tells"
                        + " which server has more to give.",
                all.pictures(id, OptionalDouble.empty()),
                List.of(all.table(), user.table(), system.table()));
    }

    private Section memory() {
        var id = "memory";
        var peak =
                new ByClients(
                        grid,
                        "Peak memory",
                        mebibytes -> Units.plain(mebibytes) + " MiB",
                        _ -> mebibytes -> Units.count(mebibytes) + " MiB",
                        Timed::closed,
                        Costs::peakMebibytes);
        return new Section(
                id,
                "How much memory does a server take?",
                "The most physical memory that the server's process had at any time. A JVM takes memory"
                        + " for garbage too, as long as its heap allows."
                        + (grid.levels().size() == 1
                                ? ""
                                : " A line that stays flat pays nothing for more clients."),
                peak.pictures(id, OptionalDouble.empty()),
                List.of(peak.table()));
    }

    private Section garbage() {
        var id = "garbage";
        var allocated =
                heap(
                        "Heap allocated a request",
                        kibibytes -> Units.plain(kibibytes) + " KiB",
                        kibibytes -> Units.figure(kibibytes) + " KiB",
                        heap -> heap.allocatedBytesPerRequest() / KIBIBYTE);
        var pauses =
                heap(
                        "Pauses of the collector in that second",
                        Units::plain,
                        Units::count,
                        Heap::pauses);
        var longest =
                heap(
                        "The longest of them",
                        Units::shortMillis,
                        Units::millis,
                        Heap::longestPauseMillis);
        return new Section(
                id,
                "How much garbage does a request leave?",
                "Lower is better: what a server allocates has to be collected, and while the"
                        + " collector works nobody is served. Seen by the flight recorder of JVM"
                        + " servers, in one second of load as at the peak, which is not timed.",
                allocated.rows(id, OptionalDouble.empty()),
                List.of(allocated.table(), pauses.table(), longest.table()));
    }

    private ByClients work(
            String name,
            DoubleFunction<String> tick,
            DoubleFunction<String> words,
            Function<PhaseCost, OptionalDouble> figure) {
        return new ByClients(
                grid,
                name,
                tick,
                _ -> words,
                Timed::closed,
                timed -> figure.apply(timed.workAtPeak()));
    }

    private ByClients heap(
            String name,
            DoubleFunction<String> tick,
            DoubleFunction<String> words,
            ToDoubleFunction<Heap> figure) {
        return new ByClients(
                grid,
                name,
                tick,
                _ -> words,
                Timed::closed,
                timed -> timed.heap().stream().mapToDouble(figure).findFirst());
    }

    private static OptionalDouble peakMebibytes(Timed timed) {
        return timed.observation().peakMemoryBytes().stream()
                .mapToDouble(Bytes::mebibytes)
                .findFirst();
    }

    private static String shortMicros(double micros) {
        return Units.plain(micros) + " µs";
    }

    private static String micros(double micros) {
        return Units.figure(micros) + " µs";
    }
}
