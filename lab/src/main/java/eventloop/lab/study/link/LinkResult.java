package eventloop.lab.study.link;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import eventloop.lab.measure.result.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How servers answer over cables.
///
/// @param cables one after the other
public record LinkResult(Provenance provenance, LinkConditions conditions, LinkFindings cables)
        implements StoredResult {
    private static final double MEGABYTE = 1e6;

    /// For a terminal.
    public String text() {
        return Stream.of(
                        Stream.of(table()),
                        cables.notLaid().stream().map(words -> "not laid: " + words),
                        cables.notRead().stream().map(words -> "not measured: " + words),
                        Stream.of(provenance.words()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private String table() {
        var table =
                new Table(
                        2,
                        "cable",
                        "server",
                        "small: mean",
                        "p99",
                        "packets/request",
                        "large: MB/s",
                        "processor/MiB");
        for (var reading : cables.readings()) {
            table.row(cells(reading), reading.failed() == 0 ? "" : reading.failed() + " failed");
        }
        return """
        small: %,d bytes, %d clients, %d requests a second; large: %,d bytes, %d clients, as fast as they come
        %s\
        """
                .formatted(
                        conditions.smallBytes(),
                        conditions.smallClients(),
                        conditions.smallPerSecond(),
                        conditions.largeBytes(),
                        conditions.largeClients(),
                        table);
    }

    private static List<String> cells(LinkReading reading) {
        return List.of(
                reading.cable(),
                reading.server(),
                Figures.millis(OptionalDouble.of(reading.smallMeanMillis())),
                Figures.millis(OptionalDouble.of(reading.smallP99Millis())),
                Figures.ratio(OptionalDouble.of(reading.packetsPerRequest())),
                Figures.count(OptionalDouble.of(reading.largeBytesPerSecond() / MEGABYTE)),
                Figures.millis(reading.processorMillisPerMebibyte()));
    }

    @Override
    public String shown() {
        return "```\n%s\n```".formatted(text());
    }
}
