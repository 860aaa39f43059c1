package eventloop.lab.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.Provenances;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
    private static final String RESULT =
            """
            [
              {
                "jmhVersion" : "1.37",
                "benchmark" : "eventloop.eventqueue.EventQueueBenchmark.passOn",
                "mode" : "avgt",
                "params" : { "queue" : "OURS", "producers" : "4" },
                "primaryMetric" : { "score" : 81.25, "scoreError" : 2.5, "scoreUnit" : "ns/op" },
                "secondaryMetrics" : {
                  "gc.alloc.rate.norm" : { "score" : 24.001, "scoreError" : "NaN", "scoreUnit" : "B/op" }
                }
              },
              {
                "benchmark" : "eventloop.eventqueue.EventQueueBenchmark.wakeUp",
                "mode" : "avgt",
                "primaryMetric" : { "score" : 1234.4, "scoreError" : "NaN", "scoreUnit" : "ns/op" },
                "secondaryMetrics" : { }
              }
            ]
            """;

    @Test
    void tableShowsWhatJmhHasFound(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("jmh.json"), RESULT);

        assertThat(ScoreTable.of(Score.readAll(file)))
                .isEqualTo(
                        """
                        benchmark                   parameters              score     ±   unit  B/op
                        ────────────────────────────────────────────────────────────────────────────
                        EventQueueBenchmark.passOn  producers=4 queue=OURS   81.3  2.50  ns/op    24
                        EventQueueBenchmark.wakeUp                          1,234     –  ns/op     –\
                        """);
    }

    @Test
    void pageShowsStoredScores(@TempDir Path directory) throws Exception {
        var scores = Score.readAll(Files.writeString(directory.resolve("jmh.json"), RESULT));
        var result = new BenchmarkResult(Provenances.of("./course jmh 4"), scores);

        var stored = Json.read(Json.indented(result), BenchmarkResult.class);
        assertThat(stored).isEqualTo(result);
        assertThat(stored.shown())
                .contains(
                        """
                        | benchmark | parameters | score | ± | unit | B/op |
                        |---|---|--:|--:|---|--:|
                        | EventQueueBenchmark.passOn | producers=4 queue=OURS | 81.3 | 2.50 | ns/op | 24 |
                        """);
    }
}
