package eventloop.lab.study.compare;

import java.io.PrintStream;
import java.util.List;

/// A [GlanceTable] on a terminal: each line comes as soon as its server has been measured, and those before it are
/// drawn anew, since a bar is as long as its share of the longest. No cursor goes up beyond the first row of the screen:
/// of a table that is higher, lines that are new are added below. One thread at a time.
public final class LiveTable {
    private static final String UP = "\033[%dA";
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final GlanceTable table;
    private final int rows;
    private int drawn;

    /// @param rows of the terminal
    public LiveTable(PrintStream out, GlanceTable table, int rows) {
        this.out = out;
        this.table = table;
        this.rows = rows;
    }

    /// Shows what there is, in place of what it has shown before.
    public void draw(ComparisonResult result) {
        var lines = lines(result);
        int kept = fits(lines) ? 0 : drawn;
        if (drawn > kept) {
            out.printf(UP, drawn - kept);
        }
        lines.stream().skip(kept).forEach(line -> out.println(CLEAR_LINE + line));
        drawn = lines.size();
        out.flush();
    }

    /// Whether what stands there, once this has been drawn, is all of it as it is now.
    public boolean showsAll(ComparisonResult result) {
        return fits(lines(result));
    }

    private List<String> lines(ComparisonResult result) {
        return table.text(result).lines().toList();
    }

    /// The cursor is in the row below.
    private boolean fits(List<String> lines) {
        return lines.size() < rows;
    }
}
