package eventloop.lab.study.compare;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultKeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Collects measurements and, at the end, shows and keeps them: also at an end that comes early. Any thread.
public final class ComparisonReport implements Comparison.Listener {
    private final Provenance provenance;
    private final Conditions conditions;
    private final ResultKeeper<ComparisonResult> keeper;
    private final Function<ComparisonResult, String> text;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Throughput> throughput = new ArrayList<>();
    private Optional<Map<String, String>> besideSlowFile = Optional.empty();
    private boolean finished;

    /// @param text what is shown at the end
    public ComparisonReport(
            Provenance provenance,
            Conditions conditions,
            ResultKeeper<ComparisonResult> keeper,
            Function<ComparisonResult, String> text) {
        this.provenance = provenance;
        this.conditions = conditions;
        this.keeper = keeper;
        this.text = text;
    }

    /// @param found see [ComparisonResult#besideSlowFile]
    public synchronized void besideSlowFile(Map<String, String> found) {
        besideSlowFile = Optional.of(Map.copyOf(found));
    }

    /// What has been found until now.
    public synchronized ComparisonResult untilNow() {
        return new ComparisonResult(
                provenance,
                conditions,
                List.copyOf(measurements),
                List.copyOf(throughput),
                besideSlowFile);
    }

    @Override
    public synchronized void measured(Measurement responseTimes) {
        measurements.add(responseTimes);
    }

    @Override
    public synchronized void measured(Throughput peak) {
        throughput.add(peak);
    }

    /// Whether all servers were timed in all rounds.
    ///
    /// @param absent the names of those that are not installed: nothing was to be had from them
    public synchronized boolean isComplete(Set<String> absent) {
        return measurements.size() == conditions.measurements()
                && throughput.size() == conditions.peaks()
                && absent.containsAll(notTimed());
    }

    private Set<String> notTimed() {
        return Stream.concat(
                        measurements.stream()
                                .filter(one -> one.outcome() instanceof Measurement.NotTimed)
                                .map(Measurement::server),
                        throughput.stream()
                                .filter(one -> one.outcome() instanceof Measurement.NotTimed)
                                .map(Throughput::server))
                .collect(Collectors.toSet());
    }

    /// Shows the table and writes the files, unless that has been done. Without measurements it does nothing.
    public synchronized void finish() {
        if (finished || measurements.isEmpty() && throughput.isEmpty()) {
            return;
        }
        finished = true;
        keeper.keep(untilNow(), text);
    }
}
