package eventloop.lab.show.report;

import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.measure.result.WholeFile;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.LineChart;
import eventloop.lab.show.report.plot.Picture;
import eventloop.lab.show.report.plot.Point;
import eventloop.lab.show.report.plot.Series;
import eventloop.lab.study.vast.Stand;
import eventloop.lab.study.vast.Stand.Held;
import eventloop.lab.study.vast.Stand.Lost;
import eventloop.lab.study.vast.Stand.NotRun;
import eventloop.lab.study.vast.Stand.Unmeasured;
import eventloop.lab.study.vast.StepEnd;
import eventloop.lab.study.vast.VastResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The picture of the whole talk: how long an answer takes with so many clients at once, and where each step ends. A
/// step in one process is a mark at the most clients that it has held, with a cross behind it.
public record ClientsAtOnce(Picture picture) {
    private static final String NAME = "clients-at-once";

    public static ClientsAtOnce of(VastResult result) {
        var looks =
                new Looks(
                        Stream.concat(
                                        result.ends().stream().map(StepEnd::server),
                                        result.servers().stream())
                                .toList());
        var lines =
                result.servers().stream()
                        .map(server ->
                                new Series(server, looks.of(server), levels(server, result)));
        var ends =
                result.ends().stream()
                        .map(end -> new Series(end.server(), looks.of(end.server()), points(end)));
        var clients =
                new Axis(
                        "clients at once",
                        Units::shortCount,
                        result.conditions().levels().stream().map(Integer::doubleValue).toList());
        var chart =
                new LineChart(
                        clients,
                        new Axis("Mean response time", Units::shortMillis),
                        Stream.concat(ends, lines).toList(),
                        Optional.empty());
        return new ClientsAtOnce(
                chart.draw(
                        NAME,
                        "Mean response time by number of clients at once, and the number at which each step ends."));
    }

    private static List<Point> levels(String server, VastResult result) {
        return result.stands().stream()
                .filter(stand -> stand.server().equals(server))
                .map(ClientsAtOnce::point)
                .toList();
    }

    private static Point point(Stand stand) {
        var where = "%s, %s clients: ".formatted(stand.server(), Units.count(stand.clients()));
        return switch (stand.outcome()) {
            case Held held when !held.paced().counts() ->
                    missing(stand.clients(), where + held.paced().whyNot().orElseThrow());
            case Held held -> figure(stand.clients(), held.paced(), where);
            case Lost(var reason) -> missing(stand.clients(), where + reason);
            case Unmeasured(var reason) -> missing(stand.clients(), where + reason);
            // Nobody has looked.
            case NotRun _ -> missing(stand.clients(), "");
        };
    }

    private static List<Point> points(StepEnd end) {
        if (end.meanMillis().isEmpty()) {
            return List.of();
        }
        var where = end.server() + ": ";
        var words = "≤ " + Units.count(end.held());
        var last = figure(end.held(), end.meanMillis().getAsDouble(), words, where + words);
        return end.lost().isEmpty()
                ? List.of(last)
                : List.of(
                        last,
                        missing(
                                end.lost().getAsInt(),
                                end.reason().map(where::concat).orElse(where)));
    }

    private static Point figure(int clients, PhaseResult paced, String where) {
        double mean = paced.latency().meanMillis();
        var words = Units.millis(mean);
        return paced.isLate(Latency::meanMillis)
                ? figure(
                        clients,
                        mean,
                        Units.roughMillis(mean),
                        where + words + ", but the load was late itself")
                : figure(clients, mean, words, where + words);
    }

    private static Point figure(int clients, double mean, String words, String tooltip) {
        return new Point(clients, Optional.of(new Spread(mean, mean, mean)), words, tooltip);
    }

    private static Point missing(int clients, String why) {
        return new Point(clients, Optional.empty(), "", why);
    }

    /// For whoever has made the run.
    ///
    /// @return the file
    public Path writeTo(Path directory) throws IOException {
        return WholeFile.write(directory.resolve(NAME + ".svg"), picture.file());
    }
}
