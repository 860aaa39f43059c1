package eventloop.lab.compare;

import eventloop.lab.compare.Measurement.NotTimed;
import eventloop.lab.compare.Measurement.Peak;
import eventloop.lab.result.Bytes;
import eventloop.lab.result.Figures;
import eventloop.lab.result.Median;
import eventloop.lab.result.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Peaks by size of file, as one reads them on a terminal.
final class ThroughputTable {
    private ThroughputTable() {}

    /// Nothing, if none have been measured.
    static Optional<String> of(ComparisonResult result) {
        if (result.throughput().isEmpty()) {
            return Optional.empty();
        }
        var sizes = result.conditions().fileSizes();
        var table = new Table(1, headings(sizes));
        for (var server : result.conditions().servers()) {
            table.row(
                    Stream.concat(
                                    Stream.of(server),
                                    sizes.stream().map(bytes -> cell(result, server, bytes)))
                            .toArray(String[]::new));
        }
        return Optional.of(
                table
                        + "\n\nrequests/s        right answers when %,d clients ask again at once, for %.1f s"
                                .formatted(
                                        result.conditions().sizeClients(),
                                        result.conditions().sizePhase().seconds()));
    }

    private static String[] headings(List<Long> sizes) {
        return Stream.concat(Stream.of("requests/s"), sizes.stream().map(Bytes::words))
                .toArray(String[]::new);
    }

    /// @return the median of all rounds, or why there is none
    private static String cell(ComparisonResult result, String server, long bytes) {
        var outcomes =
                result.throughput().stream()
                        .filter(peak -> peak.server().equals(server) && peak.fileBytes() == bytes)
                        .map(Throughput::outcome)
                        .toList();
        var peaks =
                outcomes.stream()
                        .flatMap(outcome ->
                                outcome instanceof Peak peak ? Stream.of(peak) : Stream.empty())
                        .mapToDouble(peak -> peak.closed().requestsPerSecond())
                        .toArray();
        if (peaks.length > 0) {
            return Figures.count(Median.of(peaks));
        }
        return outcomes.stream()
                .flatMap(outcome ->
                        outcome instanceof NotTimed(var reason)
                                ? Stream.of(reason)
                                : Stream.empty())
                .findFirst()
                .orElse("not measured");
    }
}
