package eventloop.lab.measure.result;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows as a page in Markdown shows them.
public final class MarkdownTable {
    private MarkdownTable() {}

    /// @param rule the line below the headings, which says how each column is aligned: `|---|--:|`
    public static String of(List<String> headings, String rule, List<List<String>> rows) {
        return Stream.concat(Stream.of(row(headings), rule), rows.stream().map(MarkdownTable::row))
                .collect(Collectors.joining("\n"));
    }

    public static String row(List<String> cells) {
        return cells.stream()
                .map(MarkdownTable::cell)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /// What would end it is told as text.
    private static String cell(String text) {
        return text.replaceAll("\\R+", " ").replace("|", "\\|");
    }
}
