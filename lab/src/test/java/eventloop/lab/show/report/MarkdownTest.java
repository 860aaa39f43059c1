package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.compare.Measurement;
import eventloop.lab.study.compare.Measurement.NotTimed;
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
        var measurements =
                List.of(
                        Examples.timed("step01-blocking", 1000, 1, 0.25, 1),
                        Examples.timed("step01-blocking", 1000, 2, 0.35, 1),
                        new Measurement("step01-blocking", 10_000, 1, new NotTimed("too many")),
                        Examples.timed("nginx", 1000, 1, 0.2, 1),
                        Examples.timed("nginx", 10_000, 1, 1200, 1));

        assertThat(markdown(ReportData.of(Examples.comparison(measurements))))
                .contains(
                        """
                        ![Mean response time](response-mean.svg)

                        Mean response time:

                        | server | 1,000 clients | 10,000 clients |
                        |---|---:|---:|
                        | step01-blocking | 0.300 ms (0.250 ms to 0.350 ms) | too many |
                        | nginx | 0.200 ms | 1,200 ms |
                        """);
    }

    @Test
    void noRowHasMoreCellsThanItsTable() throws Exception {
        var tables =
                Stream.of(markdown(Examples.all()).split("\n\n"))
                        .filter(block -> block.startsWith("|"))
                        .toList();

        assertThat(tables).hasSizeGreaterThan(15);
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
