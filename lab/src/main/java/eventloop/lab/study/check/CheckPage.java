package eventloop.lab.study.check;

import eventloop.lab.measure.result.MarkdownTable;
import eventloop.lab.study.check.CheckResult.Description;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Steps and checks as a page shows them, in Markdown.
final class CheckPage {
    private CheckPage() {}

    static String of(CheckResult result) {
        return """
        %s

        ✓ it does. ✗ it does not, as is to be expected of this step.

        <details>
        <summary>How each is found out, and why a ✗ is a ✗</summary>

        %s

        </details>

        %s

        """
                .formatted(table(result), legend(result), origin(result))
                .strip();
    }

    static String table(CheckResult result) {
        var steps = result.steps();
        var headings = row("", steps.stream().map(String::valueOf));
        var rule = MarkdownTable.row(row("---", steps.stream().map(_ -> ":-:")));
        var rows = result.checks().stream().map(c -> row(c.name(), result.marks(c))).toList();
        return MarkdownTable.of(headings, rule, rows);
    }

    private static List<String> row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String legend(CheckResult result) {
        return result.checks().stream().map(CheckPage::explain).collect(Collectors.joining("\n"));
    }

    private static String explain(Description check) {
        var reds =
                check.expectedReds().stream()
                        .map(red -> " ✗ %s: %s.".formatted(red.range(), red.because()))
                        .collect(Collectors.joining());
        return "- **%s** – %s%s".formatted(check.name(), check.sentence(), reds);
    }

    private static String origin(CheckResult result) {
        return result.provenance().words() + ".";
    }
}
