package eventloop.lab.report;

import eventloop.lab.claims.Spread;
import eventloop.lab.compare.ComparisonResult;
import eventloop.lab.compare.Measurement.NotTimed;
import eventloop.lab.compare.Measurement.Outcome;
import eventloop.lab.compare.Measurement.Peak;
import eventloop.lab.compare.Measurement.Timed;
import eventloop.lab.compare.Throughput;
import eventloop.lab.load.PhaseResult;
import eventloop.lab.report.DataTable.Cell;
import eventloop.lab.report.plot.Axis;
import eventloop.lab.report.plot.LineChart;
import eventloop.lab.report.plot.Picture;
import eventloop.lab.report.plot.Point;
import eventloop.lab.report.plot.Series;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;

/// How fast files of different sizes come: small ones are a matter of requests, large ones of bytes.
final class FileSizes {
    private static final String ID = "file-sizes";
    private static final double MEGABYTE = 1e6;

    private final List<String> servers;
    private final List<Throughput> throughput;
    private final List<Long> sizes;

    FileSizes(ComparisonResult result) {
        throughput = result.throughput();
        servers =
                result.conditions().servers().stream()
                        .filter(server ->
                                throughput.stream().anyMatch(one -> one.server().equals(server)))
                        .toList();
        sizes = throughput.stream().map(Throughput::fileBytes).sorted().distinct().toList();
    }

    /// Nothing if no sizes were measured.
    Stream<Section> section() {
        return sizes.isEmpty()
                ? Stream.of()
                : Stream.of(
                        new Section(
                                ID,
                                "What does the size of a file change?",
                                "Higher is better: bytes of files a second, a megabyte being a"
                                        + " million bytes. Small files show what a request costs, large"
                                        + " ones how bytes get from the file to the socket.",
                                pictures(),
                                List.of(
                                        table("Megabytes a second", size -> size / MEGABYTE),
                                        table("Requests a second", _ -> 1))));
    }

    private List<Picture> pictures() {
        var looks = new Looks(servers);
        var series =
                servers.stream()
                        .map(server -> new Series(server, looks.of(server), points(server)))
                        .toList();
        if (series.stream().flatMap(one -> one.points().stream()).allMatch(p -> p.y().isEmpty())) {
            return List.of();
        }
        var across =
                new Axis("file size", Units::bytes, sizes.stream().map(Long::doubleValue).toList());
        var up = new Axis("Throughput at the peak", FileSizes::perSecond);
        var description =
                "Throughput of %s by file size; the table below has the figures."
                        .formatted(String.join(", ", servers));
        return List.of(new LineChart(across, up, series, Optional.empty()).draw(ID, description));
    }

    private static String perSecond(double megabytes) {
        return megabytes < 1000
                ? Units.plain(megabytes) + " MB/s"
                : Units.plain(megabytes / 1000) + " GB/s";
    }

    private static String figure(double megabytes) {
        return megabytes < 1000
                ? Units.figure(megabytes) + " MB/s"
                : Units.figure(megabytes / 1000) + " GB/s";
    }

    private List<Point> points(String server) {
        return sizes.stream().map(size -> point(server, size)).toList();
    }

    private Point point(String server, long size) {
        double megabytes = size / MEGABYTE;
        var spread = requests(server, size).map(requests -> times(requests, megabytes));
        return new Point(
                size,
                spread,
                spread.map(figures -> figure(figures.median())).orElse(""),
                "%s, %s: %s"
                        .formatted(
                                server,
                                Units.bytes(size),
                                spread.map(figures -> figure(figures.median()))
                                        .orElse(reason(server, size))));
    }

    private DataTable table(String caption, LongToDoubleFunction factor) {
        var headings = Stream.concat(Stream.of("server"), sizes.stream().map(Units::bytes));
        var table = new DataTable(caption, 1, headings.toList());
        for (var server : servers) {
            table.row(server, sizes.stream().map(size -> cell(server, size, factor)).toList());
        }
        return table;
    }

    private Cell cell(String server, long size, LongToDoubleFunction factor) {
        return requests(server, size)
                .map(requests -> requests.median() * factor.applyAsDouble(size))
                .map(figure -> Cell.figure(Units.figure(figure)))
                .orElseGet(() -> Cell.reason(reason(server, size)));
    }

    private Optional<Spread> requests(String server, long size) {
        var rounds =
                outcomes(server, size)
                        .flatMap(FileSizes::peak)
                        .map(PhaseResult::requestsPerSecond)
                        .toList();
        return rounds.isEmpty() ? Optional.empty() : Optional.of(Spread.of(rounds));
    }

    private static Stream<PhaseResult> peak(Outcome outcome) {
        return switch (outcome) {
            case Peak peak -> Stream.of(peak.closed());
            case Timed timed -> Stream.of(timed.closed());
            case NotTimed _ -> Stream.of();
        };
    }

    private String reason(String server, long size) {
        return outcomes(server, size)
                .filter(NotTimed.class::isInstance)
                .map(outcome -> ((NotTimed) outcome).reason())
                .findFirst()
                .orElse("not measured");
    }

    private Stream<Outcome> outcomes(String server, long size) {
        return throughput.stream()
                .filter(one -> one.server().equals(server) && one.fileBytes() == size)
                .map(Throughput::outcome);
    }

    private static Spread times(Spread spread, double factor) {
        return new Spread(
                spread.least() * factor, spread.median() * factor, spread.most() * factor);
    }
}
