package eventloop.lab.study.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.Step;
import eventloop.lab.study.blackbox.ConformanceRow.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every row of `conformance.txt` on the first step, whose HTTP all later ones speak, and on the last.
class ConformanceTest {
    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void everyRequestGetsWhatIsDue(int number) throws Exception {
        Files.writeString(directory.resolve("index.html"), "<title>The index</title>");
        var step = Step.in(Path.of("..")).get(number - 1);
        try (var server = RunningServer.start(BriefJvm.of(step), directory, Placement.ANYWHERE)) {
            var deviations = new TreeMap<String, String>();
            for (var row : ConformanceRow.ALL) {
                row.deviation(server.address())
                        .ifPresent(came -> deviations.put(row.shown(), came));
            }
            assertThat(deviations).isEmpty();
        }
    }

    /// Whoever takes a body for a request answers once more.
    @Test
    void aSecondAnswerIsToldAsOne() throws Exception {
        Files.writeString(directory.resolve("index.html"), "<title>The index</title>");
        var twice = "GET /index.html HTTP/1.1⏎Host: localhost⏎⏎".repeat(2);
        try (var server = new FaultyServer(directory, Fault.NONE)) {
            var row = new ConformanceRow(twice, List.of(200), Connection.CLOSES, "a rule");

            assertThat(row.deviation(server.address())).hasValue("another answer behind it");
        }
    }
}
