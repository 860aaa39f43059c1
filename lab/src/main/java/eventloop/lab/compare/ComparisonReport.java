package eventloop.lab.compare;

import eventloop.lab.result.Provenance;
import eventloop.lab.result.ResultFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Collects measurements and, at the end, shows and keeps them: also at an end that comes early. Any thread.
public final class ComparisonReport implements Comparison.Listener {
    private final Provenance provenance;
    private final Conditions conditions;
    private final ResultFiles files;
    private final Optional<String> name;
    private final PrintStream out;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Throughput> throughput = new ArrayList<>();
    private boolean finished;

    /// @param name under which the result is to be saved beside where every result goes
    public ComparisonReport(
            Provenance provenance,
            Conditions conditions,
            ResultFiles files,
            Optional<String> name,
            PrintStream out) {
        this.provenance = provenance;
        this.conditions = conditions;
        this.files = files;
        this.name = name;
        this.out = out;
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
    public synchronized boolean isComplete() {
        return measurements.size() == conditions.measurements()
                && throughput.size() == conditions.peaks()
                && Stream.concat(
                                measurements.stream().map(Measurement::outcome),
                                throughput.stream().map(Throughput::outcome))
                        .noneMatch(Measurement.NotTimed.class::isInstance);
    }

    /// Shows the table and writes the files, unless that has been done. Without measurements it does nothing.
    public synchronized void finish() {
        if (finished || measurements.isEmpty() && throughput.isEmpty()) {
            return;
        }
        finished = true;
        var result =
                new ComparisonResult(
                        provenance, conditions, List.copyOf(measurements), List.copyOf(throughput));
        out.println(ComparisonTable.of(result));
        out.println();
        out.println(result.origin());
        try {
            out.println("kept in " + kept(result));
        } catch (IOException failure) {
            throw new UncheckedIOException("the result cannot be kept", failure);
        }
    }

    private Path kept(ComparisonResult result) throws IOException {
        var inRuns = ResultFiles.write(files.newRun(), "compare", result);
        return name.isPresent() ? files.save(name.get(), result) : inRuns;
    }
}
