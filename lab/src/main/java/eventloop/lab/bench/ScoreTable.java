package eventloop.lab.bench;

import eventloop.lab.result.Figures;
import eventloop.lab.result.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Scores as one reads them on a terminal.
public final class ScoreTable {
    private ScoreTable() {}

    public static String of(List<Score> scores) {
        var table = new Table(2, "benchmark", "parameters", "score", "±", "unit", "B/op");
        for (var score : scores) {
            table.row(
                    score.benchmark(),
                    parameters(score),
                    Figures.ratio(OptionalDouble.of(score.score())),
                    Figures.ratio(score.error()),
                    score.unit(),
                    Figures.count(score.bytesPerOperation()));
        }
        return table.toString();
    }

    private static String parameters(Score score) {
        return score.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
