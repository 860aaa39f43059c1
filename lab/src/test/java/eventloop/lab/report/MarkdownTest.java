package eventloop.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.compare.Measurement;
import eventloop.lab.compare.Measurement.NotTimed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownTest {
    @TempDir private Path directory;

    @Test
    void aSectionIsAPictureAndATable() throws Exception {
        var servers = List.of("step01-blocking", "step07-zerocopy", "nginx");

        assertThat(markdown(ReportData.of(Examples.comparison(servers, List.of(1000, 10_000)))))
                .contains(
                        """
                        ![Peak memory](memory.svg)

                        Peak memory:

                        | server | 1,000 clients | 10,000 clients |
                        |---|---:|---:|
                        | step01-blocking | 214 MiB (208 MiB to 220 MiB) | ended at once: java.lang.OutOfMemoryError: unable to create native thread |
                        | step07-zerocopy | 88 MiB (87 MiB to 88 MiB) | 137 MiB (136 MiB to 138 MiB) |
                        | nginx | 10 MiB | 18 MiB |
                        """);
    }

    @Test
    void noRowHasMoreCellsThanItsTable() throws Exception {
        var tables =
                Stream.of(markdown(Examples.all()).split("\n\n"))
                        .filter(block -> block.startsWith("|"))
                        .toList();

        assertThat(tables).hasSize(13);
        for (var table : tables) {
            long columns = cells(table.lines().findFirst().orElseThrow());
            assertThat(table.lines()).allMatch(row -> cells(row) <= columns);
        }
    }

    @Test
    void barsInReasonsDoNotBreakATable() throws Exception {
        var measurement = new Measurement("nginx", 1000, 1, new NotTimed("a | b"));

        assertThat(markdown(ReportData.of(Examples.comparison(List.of(measurement)))))
                .contains("| nginx | a \\| b |");
    }

    private String markdown(ReportData data) throws Exception {
        Report.write(directory, data);
        return Files.readString(directory.resolve("report.md"));
    }

    private static long cells(String row) {
        return row.chars().filter(letter -> letter == '|').count();
    }
}
