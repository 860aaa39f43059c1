package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.MarkdownTable;
import eventloop.lab.measure.result.Table;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The bars, as one reads them on a terminal and on a page; behind them, in a table of their own, the figures that
/// have nothing to reach.
public final class SpeedTable {
    private static final List<String> HELD = List.of("work", "bar", "measured", "", "remark");
    private static final List<String> NOT_HELD = List.of("what", "figure", "measured", "remark");

    private SpeedTable() {}

    public static String of(SpeedResult result) {
        return both(result, Bar.Outcome::words, SpeedTable::plain);
    }

    /// As Markdown tables. What is not simply met stands out.
    public static String markdown(SpeedResult result) {
        return both(
                result,
                outcome ->
                        outcome == Bar.Outcome.MET
                                ? outcome.words()
                                : "**" + outcome.words() + "**",
                SpeedTable::markdown);
    }

    private interface Form {
        String of(List<String> headings, List<List<String>> rows);
    }

    private static String both(
            SpeedResult result, Function<Bar.Outcome, String> outcome, Form form) {
        var held =
                rows(
                        result.bars().stream().filter(Bar::isHeld),
                        bar ->
                                List.of(
                                        bar.work(),
                                        bar.bar(),
                                        bar.measured(),
                                        outcome.apply(bar.outcome()),
                                        bar.remark()));
        var others =
                rows(
                        result.bars().stream().filter(bar -> !bar.isHeld()),
                        bar -> List.of(bar.work(), bar.bar(), bar.measured(), bar.remark()));
        return Stream.of(form.of(HELD, held), form.of(NOT_HELD, others))
                .filter(table -> !table.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static List<List<String>> rows(Stream<Bar> bars, Function<Bar, List<String>> row) {
        return bars.map(row).toList();
    }

    private static String plain(List<String> headings, List<List<String>> rows) {
        var table = new Table(headings.size(), headings.toArray(String[]::new));
        rows.forEach(row -> table.row(row, ""));
        return rows.isEmpty() ? "" : table.toString();
    }

    private static String markdown(List<String> headings, List<List<String>> rows) {
        var rule = "|---".repeat(headings.size()) + "|";
        return rows.isEmpty() ? "" : MarkdownTable.of(headings, rule, rows);
    }
}
