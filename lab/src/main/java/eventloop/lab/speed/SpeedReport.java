package eventloop.lab.speed;

import eventloop.lab.result.Provenance;
import eventloop.lab.result.ResultFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects bars and, at the end, shows and keeps them: also at an end that comes early. Any thread.
public final class SpeedReport {
    private final Provenance provenance;
    private final ResultFiles files;
    private final Optional<String> name;
    private final PrintStream out;
    private final List<Bar> bars = new ArrayList<>();
    private boolean finished;

    /// @param name under which the result is to be saved beside where every result goes
    public SpeedReport(
            Provenance provenance, ResultFiles files, Optional<String> name, PrintStream out) {
        this.provenance = provenance;
        this.files = files;
        this.name = name;
        this.out = out;
    }

    public synchronized void add(Bar bar) {
        bars.add(bar);
    }

    public synchronized boolean isAllMet() {
        return bars.stream().allMatch(bar -> bar.outcome() == Bar.Outcome.MET);
    }

    /// Shows the table and writes the files, unless that has been done. Without bars it does nothing.
    public synchronized void finish() {
        if (finished || bars.isEmpty()) {
            return;
        }
        finished = true;
        var result = new SpeedResult(provenance, List.copyOf(bars));
        out.println(SpeedTable.of(result));
        out.println();
        try {
            out.println("kept in " + kept(result));
        } catch (IOException failure) {
            throw new UncheckedIOException("the result cannot be kept", failure);
        }
    }

    private Path kept(SpeedResult result) throws IOException {
        var inRuns = ResultFiles.write(files.newRun(), "speed", result);
        return name.isPresent() ? files.save(name.get(), result) : inRuns;
    }
}
