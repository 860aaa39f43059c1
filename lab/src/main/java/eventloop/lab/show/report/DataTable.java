package eventloop.lab.show.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table on a page: words to the left, figures to the right. Columns in which no row says anything are not
/// shown.
///
/// @param caption empty if what stands around it is enough
final class DataTable {
    /// @param isFigure whether it stands to the right
    /// @param isReason whether it says why there is no figure
    /// @param span so many columns are its own
    record Cell(String text, boolean isFigure, boolean isReason, int span) {
        static final Cell UNKNOWN = figure("–");

        static Cell words(String text) {
            return new Cell(text, false, false, 1);
        }

        static Cell figure(String text) {
            return new Cell(text, true, false, 1);
        }

        static Cell reason(String text) {
            return new Cell(text, false, true, 1);
        }

        private Cell across(int columns) {
            return new Cell(text, isFigure, isReason, columns);
        }
    }

    /// @param heading the first cell, which names the row
    record Row(String heading, List<Cell> cells) {
        private boolean isInColumns() {
            return cells.stream().allMatch(cell -> cell.span() == 1);
        }

        private boolean says(int column) {
            return column == 0 || !cells.get(column - 1).text().isEmpty();
        }
    }

    private final String caption;
    private final int columnsOfWords;
    private final List<String> headings;
    private final List<Row> rows = new ArrayList<>();

    /// @param columnsOfWords so many columns hold words; all behind them hold figures
    DataTable(String caption, int columnsOfWords, List<String> headings) {
        this.caption = caption;
        this.columnsOfWords = columnsOfWords;
        this.headings = List.copyOf(headings);
    }

    DataTable row(String heading, List<Cell> cells) {
        rows.add(new Row(heading, List.copyOf(cells)));
        return this;
    }

    DataTable row(List<String> cells) {
        return row(cells.getFirst(), inColumns(cells).skip(1).toList());
    }

    /// A row without figures.
    DataTable row(String heading, String reason) {
        return row(heading, List.of(Cell.reason(reason).across(headings.size() - 1)));
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    String caption() {
        return caption;
    }

    List<Cell> headings() {
        var cells = inColumns(headings).toList();
        return shownColumns().stream().map(cells::get).toList();
    }

    List<Row> rows() {
        var columns = shownColumns();
        return rows.stream().map(row -> shown(row, columns)).toList();
    }

    private static Row shown(Row row, List<Integer> columns) {
        var cells =
                row.isInColumns()
                        ? columns.stream().skip(1).map(column -> row.cells().get(column - 1))
                        : row.cells().stream().map(cell -> cell.across(columns.size() - 1));
        return new Row(row.heading(), cells.toList());
    }

    private List<Integer> shownColumns() {
        var full = rows.stream().filter(Row::isInColumns).toList();
        return IntStream.range(0, headings.size())
                .filter(column -> full.isEmpty() || full.stream().anyMatch(row -> row.says(column)))
                .boxed()
                .toList();
    }

    private Stream<Cell> inColumns(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(column ->
                        column < columnsOfWords
                                ? Cell.words(texts.get(column))
                                : Cell.figure(texts.get(column)));
    }
}
