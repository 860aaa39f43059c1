package eventloop.lab.show.report;

import eventloop.lab.measure.result.Spread;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.Picture;
import eventloop.lab.show.report.plot.Point;
import eventloop.lab.show.report.plot.RowChart;
import eventloop.lab.show.report.plot.Series;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much more memory a server takes for each client more: the slope of its peak memory between the fewest
/// and the most clients it was timed with.
final class MemoryPerClient {
    private static final String ID = "memory-per-client";
    private static final String NAME = "Memory for each further client";
    private static final double KIBIBYTE = 1 << 10;

    /// @param few clients
    /// @param many clients
    /// @param bytes for each further one; not above zero where garbage has hidden it
    private record Slope(String server, int few, int many, double bytes) {
        String range() {
            return "%s to %s clients".formatted(Units.count(few), Units.count(many));
        }

        boolean isSeen() {
            return bytes > 0;
        }

        String words() {
            return Units.kibibytes(bytes);
        }
    }

    private final Grid grid;

    MemoryPerClient(Grid grid) {
        this.grid = grid;
    }

    /// Nothing for one number of clients, or where the operating system does not tell the memory.
    Optional<Section> section() {
        var slopes = slopes();
        if (slopes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Section(
                        ID,
                        "How much memory does a client cost?",
                        "Lower is better: the server's peak memory with the most clients less that with the"
                                + " fewest, divided by the clients between. It is all that a further client"
                                + " brings with it: its thread or its connection, its buffers, and the"
                                + " garbage of its requests that had not been collected at that moment."
                                + " It is not the size of an idle connection, and not what the kernel keeps"
                                + " for a socket.",
                        pictures(slopes),
                        List.of(table(slopes))));
    }

    private List<Slope> slopes() {
        return grid.servers().stream().flatMap(server -> slope(server).stream()).toList();
    }

    private Optional<Slope> slope(String server) {
        var known = grid.levels().stream().filter(n -> memory(server, n).isPresent()).toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        int few = known.getFirst();
        int many = known.getLast();
        double more = memory(server, many).orElseThrow() - memory(server, few).orElseThrow();
        return Optional.of(new Slope(server, few, many, more / (many - few)));
    }

    private OptionalDouble memory(String server, int clients) {
        return grid.summary(server, clients).peakMemoryBytes();
    }

    private List<Picture> pictures(List<Slope> slopes) {
        var looks = new Looks(grid.servers());
        var rows =
                slopes.stream()
                        .filter(Slope::isSeen)
                        .map(slope ->
                                new Series(
                                        slope.server(),
                                        looks.of(slope.server()),
                                        List.of(point(slope))))
                        .toList();
        var axis = new Axis(NAME, kibibytes -> Units.plain(kibibytes) + " KiB");
        var panel = new RowChart.Panel("from the fewest to the most clients");
        var description =
                NAME
                        + " of "
                        + String.join(", ", slopes.stream().map(Slope::server).toList())
                        + "; the table below has the figures.";
        return rows.isEmpty()
                ? List.of()
                : List.of(new RowChart(axis, rows, List.of(panel)).draw(ID, description));
    }

    private static Point point(Slope slope) {
        double kibibytes = slope.bytes() / KIBIBYTE;
        return new Point(
                slope.many(),
                Optional.of(new Spread(kibibytes, kibibytes, kibibytes)),
                slope.words(),
                "%s, %s: %s each".formatted(slope.server(), slope.range(), slope.words()));
    }

    private DataTable table(List<Slope> slopes) {
        var table = new DataTable(NAME, 2, List.of("server", "from", "memory"));
        slopes.forEach(slope -> row(table, slope));
        var known = slopes.stream().map(Slope::server).toList();
        grid.servers().stream()
                .filter(server -> !known.contains(server))
                .forEach(server ->
                        table.row(
                                server,
                                "its memory is known with fewer than two numbers of clients"));
        return table;
    }

    private static void row(DataTable table, Slope slope) {
        if (slope.isSeen()) {
            table.row(List.of(slope.server(), slope.range(), slope.words()));
        } else {
            table.row(
                    slope.server(), "took no more with more clients: %s".formatted(slope.range()));
        }
    }
}
