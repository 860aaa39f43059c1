package eventloop.lab.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.server.BriefStep;
import eventloop.lab.measure.server.Step;
import eventloop.lab.study.check.CheckResult.Description;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every check on every step's own jar, as the build has packaged it. What a step cannot do is part of the
/// course as much as what it can: a cell that changes its colour fails the build, whichever way.
@Tag("waiting")
class StepsAndChecksTest {
    private static final Path COURSE = Path.of("..");
    private static final String STORED = "checks";

    @TempDir private static Path site;
    @TempDir private static Path archives;

    private static List<Cell> cells;

    @BeforeAll
    static void checkAllSteps() throws Exception {
        var steps = Step.in(COURSE).stream().map(StepsAndChecksTest::candidate).toList();
        cells = new CheckRun(Checks.ALL, steps, CheckSite.in(site)).run(_ -> {});
    }

    private static Candidate candidate(Step step) {
        return new Candidate(step.number(), BriefStep.of(step, archives));
    }

    @Test
    void noCellHasChangedItsColour() {
        assertThat(cells).hasSize(7 * Checks.ALL.size());
        assertThat(cells).filteredOn(Cell::isSurprise).extracting(Cell::remark).isEmpty();
    }

    /// If this fails, `./course check --save checks` and `./course readme` bring the page in line.
    @Test
    void theStoredTableIsTheOneFoundHere() throws Exception {
        var stored = new ResultFiles(COURSE).read(STORED, CheckResult.class);

        assertThat(stored.checks()).isEqualTo(Checks.ALL.stream().map(Description::of).toList());
        var storedColours = stored.cells().stream().map(StepsAndChecksTest::colour).toList();
        assertThat(cells)
                .filteredOn(cell -> !(cell.finding() instanceof Finding.Unknown))
                .extracting(StepsAndChecksTest::colour)
                .filteredOn(colour -> !storedColours.contains(colour))
                .isEmpty();
    }

    private static String colour(Cell cell) {
        return "step %d: %s %s".formatted(cell.step(), cell.check(), cell.mark());
    }
}
