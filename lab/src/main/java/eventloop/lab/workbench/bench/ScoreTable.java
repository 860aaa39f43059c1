package eventloop.lab.workbench.bench;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.MarkdownTable;
import eventloop.lab.measure.result.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Scores as one reads them on a terminal and on a page.
public final class ScoreTable {
    private static final List<String> HEADINGS =
            List.of("benchmark", "parameters", "score", "±", "unit", "B/op");

    private ScoreTable() {}

    public static String of(List<Score> scores) {
        var table = new Table(2, HEADINGS.toArray(String[]::new));
        scores.forEach(score -> table.row(cells(score), ""));
        return table.toString();
    }

    /// As a Markdown table, figures to the right.
    public static String markdown(List<Score> scores) {
        return MarkdownTable.of(
                HEADINGS,
                "|---|---|--:|--:|---|--:|",
                scores.stream().map(ScoreTable::cells).toList());
    }

    private static List<String> cells(Score score) {
        return List.of(
                score.benchmark(),
                parameters(score),
                Figures.ratio(OptionalDouble.of(score.score())),
                Figures.ratio(score.error()),
                score.unit(),
                Figures.count(score.bytesPerOperation()));
    }

    private static String parameters(Score score) {
        return score.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
