package eventloop.lab.study.compare;

import java.io.PrintStream;

/// A [GlanceTable] on a terminal: each line comes as soon as its server has been measured, and those before it are
/// drawn anew, since a bar is as long as its share of the longest. One thread at a time.
public final class LiveTable {
    private static final String UP = "\033[%dA";
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final GlanceTable table;
    private int drawn;

    public LiveTable(PrintStream out, GlanceTable table) {
        this.out = out;
        this.table = table;
    }

    /// Shows what there is, in place of what it has shown before.
    public void draw(ComparisonResult result) {
        if (drawn > 0) {
            out.printf(UP, drawn);
        }
        var lines = table.text(result).lines().toList();
        lines.forEach(line -> out.println(CLEAR_LINE + line));
        drawn = lines.size();
        out.flush();
    }
}
