package eventloop.lab.show.report;

import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.show.report.DataTable.Cell;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.LineChart;
import eventloop.lab.show.report.plot.Look;
import eventloop.lab.show.report.plot.Picture;
import eventloop.lab.show.report.plot.Point;
import eventloop.lab.show.report.plot.RowChart;
import eventloop.lab.show.report.plot.Series;
import eventloop.lab.study.compare.Measurement.Timed;
import eventloop.lab.study.compare.Summary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// One figure of every server by number of clients: as lines where there are several numbers, as rows where
/// there is one; and as a table.
///
/// @param name of the figure, with its unit
/// @param tick how it is written on an axis
/// @param words how it is written elsewhere: what is known only roughly has fewer digits
/// @param phase to which it belongs: where that does not count, there is a reason instead
record ByClients(
        Grid grid,
        String name,
        DoubleFunction<String> tick,
        Function<Summary, DoubleFunction<String>> words,
        Function<Timed, PhaseResult> phase,
        Function<Timed, OptionalDouble> figure) {

    /// @param id of the picture
    /// @param target the share of node's speed that is to be reached, if any
    /// @return no picture where there is no figure
    List<Picture> pictures(String id, OptionalDouble target) {
        if (grid.levels().size() == 1) {
            return rows(id, target);
        }
        var series = series();
        return hasFigures(series)
                ? List.of(
                        new LineChart(clients(), axis(), series, guide(target))
                                .draw(id, description()))
                : List.of();
    }

    /// Rows in any case, a panel for each number of clients.
    List<Picture> rows(String id, OptionalDouble target) {
        var panels =
                grid.levels().stream()
                        .map(clients ->
                                new RowChart.Panel(
                                        Units.count(clients) + " clients",
                                        targetAt(clients, target),
                                        guideName(target)))
                        .toList();
        var series = series();
        return hasFigures(series)
                ? List.of(new RowChart(axis(), series, panels).draw(id, description()))
                : List.of();
    }

    DataTable table() {
        var headings =
                Stream.concat(
                        Stream.of("server"),
                        grid.levels().stream().map(clients -> Units.count(clients) + " clients"));
        var table = new DataTable(name, 1, headings.toList());
        for (var server : grid.servers()) {
            table.row(
                    server, grid.levels().stream().map(clients -> cell(server, clients)).toList());
        }
        return table;
    }

    private Cell cell(String server, int clients) {
        var reason = grid.reason(server, clients, phase);
        return spread(server, clients)
                .map(figures -> Units.spread(figures, words(server, clients)))
                .map(Cell::figure)
                .orElseGet(() -> reason.isEmpty() ? Cell.UNKNOWN : Cell.reason(reason));
    }

    private DoubleFunction<String> words(String server, int clients) {
        return words.apply(grid.summary(server, clients));
    }

    private Axis clients() {
        return new Axis(
                "clients",
                Units::shortCount,
                grid.levels().stream().map(Integer::doubleValue).toList());
    }

    private Axis axis() {
        return new Axis(name, tick);
    }

    private String description() {
        return "%s of %s; the table below has the figures."
                .formatted(name, String.join(", ", grid.servers()));
    }

    private static boolean hasFigures(List<Series> series) {
        return series.stream()
                .flatMap(one -> one.points().stream())
                .anyMatch(point -> point.y().isPresent());
    }

    /// Of all servers but those of which there is nothing to say: not measured yet, or timed and without such a figure.
    private List<Series> series() {
        var looks = new Looks(grid.servers());
        return grid.servers().stream()
                .map(server -> new Series(server, looks.of(server), points(server)))
                .filter(one -> one.points().stream().anyMatch(ByClients::isSaid))
                .toList();
    }

    private static boolean isSaid(Point point) {
        return !point.tooltip().isEmpty();
    }

    private List<Point> points(String server) {
        return grid.levels().stream().map(clients -> point(server, clients)).toList();
    }

    private Point point(String server, int clients) {
        var spread = spread(server, clients);
        var cell = cell(server, clients);
        boolean hasBeenLookedAt = grid.isMeasured(server, clients) && !cell.equals(Cell.UNKNOWN);
        return new Point(
                clients,
                spread,
                spread.map(figures -> words(server, clients).apply(figures.median())).orElse(""),
                hasBeenLookedAt
                        ? "%s, %s clients: %s".formatted(server, Units.count(clients), cell.text())
                        : "");
    }

    private Optional<Spread> spread(String server, int clients) {
        return grid.spread(server, clients, phase, figure);
    }

    private Optional<Series> guide(OptionalDouble target) {
        var points =
                grid.levels().stream()
                        .flatMap(clients ->
                                targetAt(clients, target).stream()
                                        .mapToObj(at -> guidePoint(clients, at)))
                        .toList();
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Series(guideName(target), Look.GUIDE, points));
    }

    private Point guidePoint(int clients, double at) {
        var all = new Spread(at, at, at);
        return new Point(clients, Optional.of(all), words(Looks.NODE, clients).apply(at), "");
    }

    private OptionalDouble targetAt(int clients, OptionalDouble target) {
        var node = spread(Looks.NODE, clients);
        return node.isPresent() && target.isPresent()
                ? OptionalDouble.of(node.get().median() / target.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String guideName(OptionalDouble target) {
        return target.isPresent() ? Units.percent(target.getAsDouble()) + " of node" : "";
    }
}
