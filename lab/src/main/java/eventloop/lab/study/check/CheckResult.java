package eventloop.lab.study.check;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The table of steps and checks, and where it comes from.
///
/// @param steps the columns
/// @param checks the rows
/// @param cells row by row
public record CheckResult(
        Provenance provenance, List<Integer> steps, List<Description> checks, List<Cell> cells)
        implements StoredResult {
    /// What a check is about; kept beside its cells, so that old results stay readable.
    public record Description(String name, String sentence, List<ExpectedRed> expectedReds) {
        public static Description of(Check check) {
            return new Description(check.name(), check.sentence(), check.expectedReds());
        }
    }

    @Override
    public String shown() {
        return CheckPage.of(this);
    }

    @Override
    public String glance() {
        return CheckPage.table(this);
    }

    /// 0 if every cell has the colour it should have, 1 if not.
    public int exitStatus() {
        return cells.stream().anyMatch(Cell::isSurprise) ? 1 : 0;
    }

    /// Of one check, in the order of the steps; a dash for a step that was not examined, since the run came to
    /// an early end.
    public Stream<String> marks(Description check) {
        return steps.stream().map(step -> cell(check, step).map(Cell::mark).orElse("–"));
    }

    private Optional<Cell> cell(Description check, int step) {
        return cells.stream()
                .filter(cell -> cell.check().equals(check.name()) && cell.step() == step)
                .findFirst();
    }
}
