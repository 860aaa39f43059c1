package eventloop.lab.study.compare;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Everything a comparison has found, and everything one needs to know to believe it or to repeat it.
///
/// @param measurements of response times, by number of clients
/// @param throughput peaks, by size of file
/// @param besideSlowFile by server, what happens to the others while one client waits for a slow file; servers
///     whose disk cannot be slowed down are missing; nothing if nobody has looked
public record ComparisonResult(
        Provenance provenance,
        Conditions conditions,
        List<Measurement> measurements,
        List<Throughput> throughput,
        Optional<Map<String, String>> besideSlowFile)
        implements StoredResult {
    @Override
    public String shown() {
        return """
        ```
        %s

        %s
        ```\
        """
                .formatted(ComparisonTable.of(this), origin());
    }

    /// Machine, versions and date, for people.
    public String origin() {
        return """
        %s, %d processors, %s
        %s; servers with %s%s
        course at %s, %s\
        """
                .formatted(
                        provenance.processor(),
                        provenance.processors(),
                        provenance.operatingSystem(),
                        provenance.jdk(),
                        String.join(" ", conditions.serverFlags()),
                        conditions.versions().values().stream()
                                .map(version -> "; " + version)
                                .collect(Collectors.joining()),
                        provenance.commit(),
                        provenance.date());
    }
}
