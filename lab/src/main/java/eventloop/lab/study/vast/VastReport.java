package eventloop.lab.study.vast;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.study.vast.Stand.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what is found and, at the end, shows and keeps it: also at an end that comes early. Any thread.
public final class VastReport implements VastRun.Listener {
    private final Provenance provenance;
    private final VastConditions conditions;
    private final ResultKeeper<VastResult> keeper;
    private final List<Stand> stands = new ArrayList<>();
    private final List<StepEnd> ends = new ArrayList<>();
    private final Optional<VastResult> before;
    private final List<CrowdClaim> claims;
    private boolean finished;

    /// @param before what a run has found to which this one adds
    /// @param claims that it judges
    public VastReport(
            Provenance provenance,
            VastConditions conditions,
            Optional<VastResult> before,
            List<CrowdClaim> claims,
            ResultKeeper<VastResult> keeper) {
        this.before = before;
        this.claims = claims;
        this.provenance = provenance;
        this.conditions = conditions;
        this.keeper = keeper;
    }

    @Override
    public synchronized void measured(Stand stand) {
        stands.add(stand);
    }

    @Override
    public synchronized void ended(StepEnd end) {
        ends.add(end);
    }

    /// 0 if every server held every level, and served all of its clients, 1 if not.
    public synchronized int exitStatus() {
        return stands.stream().allMatch(VastReport::isWhole) ? 0 : 1;
    }

    private static boolean isWhole(Stand stand) {
        return stand.outcome() instanceof Held held && held.allWereServed(stand.clients());
    }

    /// Shows the table and writes the files, unless that has been done. If nothing was found it does nothing.
    public synchronized void finish() {
        if (finished || stands.isEmpty() && ends.isEmpty()) {
            return;
        }
        finished = true;
        var found =
                new VastResult(
                        provenance,
                        List.of(),
                        conditions,
                        List.copyOf(stands),
                        List.copyOf(ends),
                        List.of());
        keeper.keep(
                before.map(found::and).orElse(found),
                measured -> measured.judged(claims),
                VastTable::of);
    }
}
