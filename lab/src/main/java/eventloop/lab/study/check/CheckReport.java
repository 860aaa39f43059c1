package eventloop.lab.study.check;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.study.check.CheckResult.Description;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects cells and, at the end, shows and keeps the table: also at an end that comes early. Any thread.
public final class CheckReport {
    private final Provenance provenance;
    private final List<Integer> steps;
    private final List<Description> checks;
    private final ResultKeeper<CheckResult> keeper;
    private final List<Cell> cells = new ArrayList<>();
    private boolean finished;

    public CheckReport(
            Provenance provenance,
            List<Integer> steps,
            List<Check> checks,
            ResultKeeper<CheckResult> keeper) {
        this.provenance = provenance;
        this.steps = steps;
        this.checks = checks.stream().map(Description::of).toList();
        this.keeper = keeper;
    }

    public synchronized void add(Cell cell) {
        cells.add(cell);
    }

    /// 0 if every cell has the colour it should have, 1 if not.
    public synchronized int exitStatus() {
        return result().exitStatus();
    }

    /// Shows the table and writes the files, unless that has been done. Without cells it does nothing.
    public synchronized void finish() {
        if (finished || cells.isEmpty()) {
            return;
        }
        finished = true;
        keeper.keep(result(), CheckTable::of);
    }

    private CheckResult result() {
        var rows = checks.stream().map(Description::name).toList();
        var inOrder =
                cells.stream()
                        .sorted(
                                Comparator.comparingInt((Cell cell) -> rows.indexOf(cell.check()))
                                        .thenComparingInt(cell -> steps.indexOf(cell.step())))
                        .toList();
        return new CheckResult(provenance, steps, checks, inOrder);
    }
}
