package eventloop.lab.show.report;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.compare.Summary;
import java.util.List;
import java.util.OptionalDouble;

/// The table that a comparison shows on the terminal, for each number of clients.
final class AllFigures {
    private static final List<String> HEADINGS =
            List.of(
                    "server",
                    "mean",
                    "p50",
                    "p99",
                    "p99.9",
                    "requests/s",
                    "threads",
                    "switches a request",
                    "processor µs a request",
                    "heap a request",
                    "peak memory",
                    "all served after",
                    "dropped",
                    "failed",
                    "reconnects");

    private AllFigures() {}

    static Section of(Grid grid) {
        return new Section(
                "all-figures",
                "All figures",
                "Medians of the rounds in which the server took the load: in which at most one"
                        + " request in a hundred failed; dropped, failed and reconnects are sums of all rounds."
                        + " Response times (mean, median, 99th and 99.9th percentile) are"
                        + " at the fixed rate; requests/s is the peak, and switches, processor time"
                        + " and allocated heap belong to it.",
                List.of(),
                grid.levels().stream().map(clients -> table(grid, clients)).toList());
    }

    private static DataTable table(Grid grid, int clients) {
        var table = new DataTable(Units.count(clients) + " clients", 1, HEADINGS);
        for (var server : grid.servers()) {
            var reason = grid.reason(server, clients);
            if (reason.isEmpty()) {
                table.row(cells(grid, grid.summary(server, clients)));
            } else {
                table.row(title(grid, server), reason);
            }
        }
        return table;
    }

    private static String title(Grid grid, String server) {
        return grid.result().conditions().title(server);
    }

    private static List<String> cells(Grid grid, Summary summary) {
        return List.of(
                title(grid, summary.server()),
                summary.meanWords(),
                Figures.millis(summary.p50Millis()),
                summary.p99Words(),
                summary.p999Words(),
                summary.peakWords(),
                Figures.count(summary.threads()),
                Figures.ratio(summary.switchesPerRequest()),
                Figures.ratio(summary.processorMicrosPerRequest()),
                Figures.bytes(summary.allocatedBytesPerRequest()),
                Figures.mebibytes(summary.peakMemoryBytes()),
                Figures.seconds(summary.servedAfterSeconds()),
                Figures.count(summary.dropped()),
                Figures.count(OptionalDouble.of(summary.failures().count())),
                Figures.count(OptionalDouble.of(summary.reconnects())));
    }
}
