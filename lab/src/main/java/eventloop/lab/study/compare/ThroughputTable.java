package eventloop.lab.study.compare;

import eventloop.lab.measure.result.Bytes;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Peaks by size of file, as one reads them on a terminal. Below them stands, for each marked figure, what one
/// has to know about it.
final class ThroughputTable {
    private static final String MARK = "*";
    private static final String NO_MARK = " ";

    private final ComparisonResult result;
    private final List<Long> sizes;

    private ThroughputTable(ComparisonResult result) {
        this.result = result;
        sizes = result.conditions().fileSizes();
    }

    /// Nothing, if none have been measured.
    static Optional<String> of(ComparisonResult result) {
        return result.throughput().isEmpty()
                ? Optional.empty()
                : Optional.of(new ThroughputTable(result).text());
    }

    private String text() {
        var rows = result.conditions().servers().stream().map(this::row).toList();
        var table = new Table(1, headings());
        rows.forEach(row -> addRow(table, row));
        var measured = rows.stream().filter(row -> !isAllTheSame(row)).toList();
        var remarks = new Remarks();
        measured.forEach(row -> remark(row, remarks));
        var lines = remarks.lines(measured.stream().map(ThroughputTable::server).toList());
        return Stream.concat(Stream.of(table.toString()), lines.stream())
                        .collect(Collectors.joining("\n"))
                + "\n\n"
                + legend();
    }

    private List<PeakSummary> row(String server) {
        return sizes.stream()
                .map(size -> PeakSummary.of(server, size, result.throughput()))
                .toList();
    }

    private String[] headings() {
        return Stream.concat(
                        Stream.of("requests/s"),
                        sizes.stream().map(size -> Bytes.words(size) + NO_MARK))
                .toArray(String[]::new);
    }

    private static void addRow(Table table, List<PeakSummary> row) {
        if (isAllTheSame(row)) {
            table.row(List.of(server(row)), row.getFirst().reason());
            return;
        }
        table.row(
                Stream.concat(Stream.of(server(row)), row.stream().map(ThroughputTable::cell))
                        .toArray(String[]::new));
    }

    /// A server that is not there is so whatever it is asked for.
    private static boolean isAllTheSame(List<PeakSummary> row) {
        return row.stream().noneMatch(PeakSummary::hasFigures)
                && row.stream().map(PeakSummary::reason).distinct().count() == 1;
    }

    private static String cell(PeakSummary peak) {
        boolean isMarked = !peak.hasFigures() || !peak.remarks().isEmpty();
        return Figures.count(peak.median()) + (isMarked ? MARK : NO_MARK);
    }

    /// Names the sizes of which a remark is true, unless it is true of all.
    private static void remark(List<PeakSummary> row, Remarks remarks) {
        var ofTheRow = new Remarks();
        for (var peak : row) {
            var those = peak.hasFigures() ? peak.remarks() : List.of(peak.reason());
            those.forEach(remark -> ofTheRow.add(remark, Bytes.words(peak.fileBytes())));
        }
        ofTheRow.whoseByRemark()
                .forEach((remark, sizes) -> {
                    var server = server(row);
                    boolean ofAll = sizes.size() == row.size();
                    remarks.add(
                            remark,
                            ofAll ? server : "%s (%s)".formatted(server, String.join(", ", sizes)));
                });
    }

    private static String server(List<PeakSummary> row) {
        return row.getFirst().server();
    }

    private String legend() {
        var conditions = result.conditions();
        return """
        requests/s        bytes of right answers in %.1f s, divided by the size of the file: %,d clients ask
                          again at once, for files of 1 MiB and above %,d; a file that came in part counts in part\
        """
                .formatted(
                        conditions.sizePhase().seconds(),
                        conditions.sizeClients(),
                        conditions.largeFileClients());
    }
}
