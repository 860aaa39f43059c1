package eventloop.lab.show.report;

import eventloop.lab.study.check.Cell;
import eventloop.lab.study.check.CheckResult;
import eventloop.lab.study.check.CheckResult.Description;
import eventloop.lab.study.check.ExpectedRed;
import eventloop.lab.study.check.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What each step can do and what it cannot: steps by checks.
final class CheckSection {
    private CheckSection() {}

    static Section of(CheckResult result) {
        return new Section(
                "checks",
                "What can each step do, and what not?",
                "✓ it does, ✗ it does not, ? this machine cannot show it, – not examined, since the run"
                        + " came to an early end. A mark with ! is not what"
                        + " is to be expected of the step.",
                List.of(),
                List.of(marks(result), explanations(result)));
    }

    private static DataTable marks(CheckResult result) {
        var headings =
                Stream.concat(
                        Stream.of("check"), result.steps().stream().map(step -> "step " + step));
        var table = new DataTable("", 1, headings.toList());
        for (var check : result.checks()) {
            table.row(Stream.concat(Stream.of(check.name()), result.marks(check)).toList());
        }
        return table;
    }

    private static DataTable explanations(CheckResult result) {
        var table =
                new DataTable(
                        "How each is found out, and why a ✗ is a ✗",
                        4,
                        List.of(
                                "check",
                                "how",
                                "expected ✗",
                                "not as expected, or not to be told"));
        for (var check : result.checks()) {
            table.row(
                    List.of(
                            check.name(),
                            check.sentence(),
                            check.expectedReds().stream()
                                    .map(CheckSection::words)
                                    .collect(Collectors.joining(" ")),
                            remarks(result, check)));
        }
        return table;
    }

    private static String words(ExpectedRed red) {
        return "%s: %s.".formatted(red.range(), red.because());
    }

    private static String remarks(CheckResult result, Description check) {
        return result.cells().stream()
                .filter(cell -> cell.check().equals(check.name()) && isRemarkable(cell))
                .map(cell -> cell.remark() + ".")
                .collect(Collectors.joining(" "));
    }

    private static boolean isRemarkable(Cell cell) {
        return cell.isSurprise() || cell.finding() instanceof Finding.Unknown;
    }
}
