package eventloop.lab.claims;

import eventloop.lab.result.Provenance;
import eventloop.lab.result.ResultFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows each result as it comes, and keeps all of them at the end: also at an end that comes early. Any thread.
public final class ClaimsReport {
    private final Provenance provenance;
    private final ResultFiles files;
    private final Optional<String> name;
    private final PrintStream out;
    private final List<ClaimResult> results = new ArrayList<>();
    private boolean finished;

    /// @param name under which the result is to be saved beside where every result goes
    public ClaimsReport(
            Provenance provenance, ResultFiles files, Optional<String> name, PrintStream out) {
        this.provenance = provenance;
        this.files = files;
        this.name = name;
        this.out = out;
    }

    public synchronized void add(ClaimResult result) {
        results.add(result);
        out.println(ClaimText.of(result));
    }

    /// Sums up and writes the files, unless that has been done. Without results it does nothing.
    public synchronized void finish() {
        if (finished || results.isEmpty()) {
            return;
        }
        finished = true;
        out.println(ClaimText.summary(results));
        try {
            out.println("kept in " + kept(new ClaimsResult(provenance, List.copyOf(results))));
        } catch (IOException failure) {
            throw new UncheckedIOException("the result cannot be kept", failure);
        }
    }

    private Path kept(ClaimsResult result) throws IOException {
        var inRuns = ResultFiles.write(files.newRun(), "claims", result);
        return name.isPresent() ? files.save(name.get(), result) : inRuns;
    }

    /// 0 if every claim holds, 1 if one does not, 2 if none fails but one could not be told.
    public synchronized int exitStatus() {
        if (has(Verdict.DOES_NOT_HOLD)) {
            return 1;
        }
        return has(Verdict.CANNOT_TELL) ? 2 : 0;
    }

    private boolean has(Verdict verdict) {
        return results.stream().anyMatch(result -> result.verdict() == verdict);
    }
}
