package eventloop.lab.show.report;

import eventloop.lab.measure.result.Spread;
import eventloop.lab.show.report.DataTable.Cell;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.LineChart;
import eventloop.lab.show.report.plot.Picture;
import eventloop.lab.show.report.plot.Point;
import eventloop.lab.show.report.plot.Series;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.compare.PeakSummary;
import eventloop.lab.study.compare.Throughput;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;

/// How fast files of different sizes come: small ones are a matter of requests, large ones of bytes.
final class FileSizes {
    private static final String ID = "file-sizes";
    private static final double MEGABYTE = 1e6;
    private static final String MARK = "*";

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
                                        + " ones how bytes get from the file to the socket."
                                        + " Where a figure has a star, the doubts below say why.",
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
        var peak = PeakSummary.of(server, size, throughput);
        var spread = requests(peak).map(requests -> times(requests, megabytes));
        var words = spread.map(figures -> figure(figures.median()) + mark(peak));
        return new Point(
                size,
                spread,
                words.orElse(""),
                isMeasured(server, size)
                        ? "%s, %s: %s"
                                .formatted(server, Units.bytes(size), words.orElse(peak.reason()))
                        : "");
    }

    private boolean isMeasured(String server, long size) {
        return throughput.stream()
                .anyMatch(one -> one.server().equals(server) && one.fileBytes() == size);
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
        var peak = PeakSummary.of(server, size, throughput);
        return requests(peak)
                .map(requests -> requests.median() * factor.applyAsDouble(size))
                .map(figure -> Cell.figure(Units.figure(figure) + mark(peak)))
                .orElseGet(() -> Cell.reason(peak.reason()));
    }

    private static String mark(PeakSummary peak) {
        return peak.remarks().isEmpty() ? "" : MARK;
    }

    private static Optional<Spread> requests(PeakSummary peak) {
        return peak.hasFigures()
                ? Optional.of(Spread.of(peak.requestsPerSecond()))
                : Optional.empty();
    }

    /// Of all servers and sizes.
    static List<PeakSummary> summaries(ComparisonResult result) {
        var all = new FileSizes(result);
        return all.sizes.stream()
                .flatMap(size ->
                        all.servers.stream()
                                .map(server -> PeakSummary.of(server, size, all.throughput)))
                .toList();
    }

    private static Spread times(Spread spread, double factor) {
        return new Spread(
                spread.least() * factor, spread.median() * factor, spread.most() * factor);
    }
}
