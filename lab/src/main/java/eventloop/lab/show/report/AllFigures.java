package eventloop.lab.show.report;

import eventloop.lab.study.compare.FigureColumns;
import java.util.List;

/// The table that a comparison shows on the terminal, for each number of clients.
final class AllFigures {
    private AllFigures() {}

    static Section of(Grid grid) {
        return new Section(
                "all-figures",
                "All figures",
                "Medians of the rounds in which the server took the load: in which at most one"
                        + " request in a hundred failed; dropped, failed and reconnects are sums of all rounds."
                        + " Response times (mean, median, 99th and 99.9th percentile) are"
                        + " at the fixed rate; requests/s is the peak, and switches, processor time"
                        + " (µs) and allocated heap belong to it.",
                List.of(),
                grid.levels().stream().map(clients -> table(grid, clients)).toList());
    }

    private static DataTable table(Grid grid, int clients) {
        var caption = Units.count(clients) + " clients";
        var table = new DataTable(caption, 1, FigureColumns.headings("server"));
        for (var server : grid.servers()) {
            var reason = grid.reason(server, clients);
            if (reason.isEmpty()) {
                var summary = grid.summary(server, clients);
                table.row(FigureColumns.cells(title(grid, summary.server()), summary));
            } else {
                table.row(title(grid, server), reason);
            }
        }
        return table;
    }

    private static String title(Grid grid, String server) {
        return grid.result().conditions().title(server);
    }
}
