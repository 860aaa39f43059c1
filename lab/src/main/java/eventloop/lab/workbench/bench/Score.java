package eventloop.lab.workbench.bench;

import eventloop.lab.measure.result.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What JMH has found for one benchmark with one set of parameters.
///
/// @param error half of the interval that holds the true score with 99.9 % probability; empty where there
///     are too few figures to tell
/// @param bytesPerOperation what an operation allocates on the heap, where JMH was asked to count
public record Score(
        String benchmark,
        Map<String, String> parameters,
        double score,
        OptionalDouble error,
        String unit,
        OptionalDouble bytesPerOperation) {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /// Reads JMH's own file of results.
    public static List<Score> readAll(Path file) throws IOException {
        return Json.read(Files.readString(file), JsonNode.class)
                .valueStream()
                .map(Score::of)
                .toList();
    }

    private static Score of(JsonNode result) {
        var metric = result.path("primaryMetric");
        return new Score(
                withoutPackage(result.path("benchmark").asString()),
                result.path("params")
                        .propertyStream()
                        .collect(Collectors.toMap(Map.Entry::getKey, p -> p.getValue().asString())),
                metric.path("score").asDouble(),
                number(metric.path("scoreError")),
                metric.path("scoreUnit").asString(),
                number(result.path("secondaryMetrics").path(ALLOCATION).path("score")));
    }

    /// `SomeBenchmark.method` of `a.package.SomeBenchmark.method`.
    private static String withoutPackage(String name) {
        int method = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', method - 1) + 1);
    }

    /// JMH writes "NaN" as a text.
    private static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }
}
