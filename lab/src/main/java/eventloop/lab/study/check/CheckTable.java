package eventloop.lab.study.check;

import eventloop.lab.measure.result.Table;
import eventloop.lab.study.check.CheckResult.Description;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Steps and checks as one reads them on a terminal: the table, what the checks are, and at the end, where
/// it is seen first, what is not as it should be.
public final class CheckTable {
    private static final String MARKS =
            "✓ it does   ✗ it does not, as expected   ! behind either: not as expected   ? cannot be told here";

    /// No line of the legend is longer, unless a word is.
    private static final Pattern LINE = Pattern.compile("(.{1,96})(?: |$)");

    private static final String INDENT = "\n    ";

    private CheckTable() {}

    public static String of(CheckResult result) {
        return Stream.of(legend(result), table(result), MARKS, remarks(result))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String legend(CheckResult result) {
        return result.checks().stream().map(CheckTable::explain).collect(Collectors.joining("\n"));
    }

    private static String explain(Description check) {
        var sentence = LINE.matcher(check.sentence()).results().map(line -> line.group(1));
        var reds = check.expectedReds().stream().map(r -> "✗ " + r.range() + "  " + r.because());
        return Stream.concat(sentence, reds)
                .collect(Collectors.joining(INDENT, check.name() + INDENT, ""));
    }

    private static String table(CheckResult result) {
        var headings =
                Stream.concat(Stream.of("step"), result.steps().stream().map(String::valueOf));
        var table = new Table(1, headings.toArray(String[]::new));
        for (var check : result.checks()) {
            table.row(
                    Stream.concat(Stream.of(check.name()), result.marks(check))
                            .toArray(String[]::new));
        }
        return table.toString();
    }

    private static String remarks(CheckResult result) {
        return result.cells().stream()
                .filter(cell -> cell.isSurprise() || cell.finding() instanceof Finding.Unknown)
                .map(Cell::remark)
                .collect(Collectors.joining("\n"));
    }
}
