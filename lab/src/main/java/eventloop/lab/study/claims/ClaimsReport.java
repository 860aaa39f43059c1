package eventloop.lab.study.claims;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultKeeper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows each result as it comes, and keeps all of them at the end: also at an end that comes early. Any thread.
public final class ClaimsReport {
    private final Provenance provenance;
    private final Map<String, String> versions;
    private final Optional<ClaimsResult> before;
    private final ResultKeeper<ClaimsResult> keeper;
    private final PrintStream out;
    private final List<ClaimResult> results = new ArrayList<>();
    private boolean finished;

    /// @param versions of the servers that are not the course's own, by name
    /// @param before what these results are added to, where they are kept
    public ClaimsReport(
            Provenance provenance,
            Map<String, String> versions,
            Optional<ClaimsResult> before,
            ResultKeeper<ClaimsResult> keeper,
            PrintStream out) {
        this.provenance = provenance;
        this.versions = versions;
        this.before = before;
        this.keeper = keeper;
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
        var result = new ClaimsResult(provenance, versions, List.copyOf(results));
        keeper.keep(
                before.map(earlier -> earlier.and(result)).orElse(result),
                _ -> ClaimText.summary(results));
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
