package eventloop.lab.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Provenances;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.ResultKeeper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckReportTest {
    private static final Check FIRST = new RightPageCheck();
    private static final Check SECOND = new PipeliningCheck();

    @TempDir private Path course;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<CheckResult> kept = new ArrayList<>();

    @Test
    void cellsAreKeptInTheOrderOfTheTableHoweverTheyCome() {
        var report = report();
        report.add(cell(SECOND, 2));
        report.add(cell(FIRST, 2));
        report.add(cell(FIRST, 1));

        report.finish();
        report.finish();

        assertThat(kept)
                .singleElement()
                .extracting(CheckResult::cells)
                .isEqualTo(List.of(cell(FIRST, 1), cell(FIRST, 2), cell(SECOND, 2)));
    }

    @Test
    void whatWasNotExaminedBeforeAnEarlyEndIsADash() {
        var report = report();
        report.add(cell(SECOND, 2));

        report.finish();

        assertThat(shown.toString().lines())
                .anyMatch(line -> line.matches(SECOND.name() + " +– +✓"));
    }

    @Test
    void withoutCellsThereIsNothingToKeep() {
        report().finish();

        assertThat(kept).isEmpty();
    }

    private CheckReport report() {
        return new CheckReport(
                Provenances.of("./course check"),
                List.of(1, 2),
                List.of(FIRST, SECOND),
                new ResultKeeper<>(
                        "check",
                        new ResultFiles(course),
                        Optional.empty(),
                        new PrintStream(shown, true),
                        (_, result) -> {
                            kept.add(result);
                            return Optional.empty();
                        }));
    }

    private static Cell cell(Check check, int step) {
        return new Cell(check.name(), step, false, Finding.GREEN);
    }
}
