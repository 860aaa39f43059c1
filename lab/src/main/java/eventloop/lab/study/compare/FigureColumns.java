package eventloop.lab.study.compare;

import eventloop.lab.measure.result.Figures;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/// The columns of a table with all figures of a comparison, on the terminal and on a page: behind the server, these.
public final class FigureColumns {
    private record Column(String heading, Function<Summary, String> cell) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("mean", Summary::meanWords),
                    new Column("p50", row -> Figures.millis(row.p50Millis())),
                    new Column("p99", Summary::p99Words),
                    new Column("p99.9", Summary::p999Words),
                    new Column("requests/s", Summary::peakWords),
                    new Column("threads", row -> Figures.count(row.threads())),
                    new Column("switches/request", row -> Figures.ratio(row.switchesPerRequest())),
                    new Column("µs/request", row -> Figures.ratio(row.processorMicrosPerRequest())),
                    new Column(
                            "heap/request", row -> Figures.bytes(row.allocatedBytesPerRequest())),
                    new Column("peak memory", row -> Figures.mebibytes(row.peakMemoryBytes())),
                    new Column(
                            "all served after", row -> Figures.seconds(row.servedAfterSeconds())),
                    new Column("dropped", row -> Figures.count(row.dropped())),
                    new Column("failed", row -> count(row.failures().count())),
                    new Column("reconnects", row -> count(row.reconnects())));

    private FigureColumns() {}

    /// @param first above the servers
    public static List<String> headings(String first) {
        return row(first, Column::heading);
    }

    /// @param server as it is to be shown
    /// @param summary which has figures
    public static List<String> cells(String server, Summary summary) {
        return row(server, column -> column.cell().apply(summary));
    }

    private static List<String> row(String first, Function<Column, String> text) {
        return Stream.concat(Stream.of(first), COLUMNS.stream().map(text)).toList();
    }

    private static String count(long number) {
        return Figures.count(OptionalLong.of(number));
    }
}
