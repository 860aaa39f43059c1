package eventloop.lab.measure.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Text in columns: words to the left, figures to the right. A row may end with a note, which takes part in
/// no column.
public final class Table {
    private record Row(List<String> cells, String note) {}

    private final int columnsOfWords;
    private final List<String> headings;
    private final List<Row> rows = new ArrayList<>();

    /// @param columnsOfWords so many columns hold words; all behind them hold figures
    public Table(int columnsOfWords, String... headings) {
        this.columnsOfWords = columnsOfWords;
        this.headings = List.of(headings);
    }

    public Table row(List<String> cells, String note) {
        rows.add(new Row(cells, note));
        return this;
    }

    public Table row(String... cells) {
        return row(List.of(cells), "");
    }

    @Override
    public String toString() {
        var widths = IntStream.range(0, headings.size()).map(this::width).toArray();
        var rule = IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining("──"));
        return Stream.concat(
                        Stream.of(line(new Row(headings, ""), widths), rule),
                        rows.stream().map(row -> line(row, widths)))
                .collect(Collectors.joining("\n"));
    }

    private int width(int column) {
        return Stream.concat(Stream.of(headings), rows.stream().map(Row::cells))
                .filter(cells -> column < cells.size())
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElse(0);
    }

    private String line(Row row, int[] widths) {
        var cells =
                IntStream.range(0, row.cells().size())
                        .mapToObj(column -> cell(row.cells().get(column), column, widths[column]));
        return Stream.concat(cells, Stream.of(row.note()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private String cell(String text, int column, int width) {
        var padding = " ".repeat(width - text.length());
        return column < columnsOfWords ? text + padding : padding + text;
    }
}
