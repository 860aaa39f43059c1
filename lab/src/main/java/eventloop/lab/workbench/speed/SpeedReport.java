package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultKeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Collects bars and, at the end, shows and keeps them: also at an end that comes early. Any thread.
public final class SpeedReport {
    private final Provenance provenance;
    private final Map<String, String> versions;
    private final Optional<SpeedResult> before;
    private final ResultKeeper<SpeedResult> keeper;
    private final List<Bar> bars = new ArrayList<>();
    private boolean finished;

    /// @param versions of the servers that are not the course's own, by name
    /// @param before what this run is added to
    public SpeedReport(
            Provenance provenance,
            Map<String, String> versions,
            Optional<SpeedResult> before,
            ResultKeeper<SpeedResult> keeper) {
        this.provenance = provenance;
        this.versions = versions;
        this.before = before;
        this.keeper = keeper;
    }

    public synchronized void add(Bar bar) {
        bars.add(bar);
    }

    /// As with claims: 0 if all bars are met, 1 if one is missed, 2 if one could not be told.
    public synchronized int exitStatus() {
        var outcomes =
                bars.stream().filter(Bar::isHeld).map(Bar::outcome).collect(Collectors.toSet());
        if (outcomes.contains(Bar.Outcome.MISSED)) {
            return 1;
        }
        return Set.of(Bar.Outcome.MET).containsAll(outcomes) ? 0 : 2;
    }

    /// Shows the table and writes the files, unless that has been done. Without bars it does nothing.
    public synchronized void finish() {
        if (finished || bars.isEmpty()) {
            return;
        }
        finished = true;
        var result = new SpeedResult(provenance, versions, List.copyOf(bars));
        keeper.keep(
                before.map(kept -> kept.and(result)).orElse(result), _ -> SpeedTable.of(result));
    }
}
