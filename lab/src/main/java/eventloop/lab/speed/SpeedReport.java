package eventloop.lab.speed;

import eventloop.lab.result.Provenance;
import eventloop.lab.result.ResultKeeper;
import java.util.ArrayList;
import java.util.List;

/// Collects bars and, at the end, shows and keeps them: also at an end that comes early. Any thread.
public final class SpeedReport {
    private final Provenance provenance;
    private final ResultKeeper<SpeedResult> keeper;
    private final List<Bar> bars = new ArrayList<>();
    private boolean finished;

    public SpeedReport(Provenance provenance, ResultKeeper<SpeedResult> keeper) {
        this.provenance = provenance;
        this.keeper = keeper;
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
        keeper.keep(result, SpeedTable.of(result));
    }
}
