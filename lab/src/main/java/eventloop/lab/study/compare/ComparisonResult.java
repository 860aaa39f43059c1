package eventloop.lab.study.compare;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final List<String> AT_A_GLANCE = List.of("node", "nginx");

    /// Of a page.
    private static final int COLUMNS = 80;

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

    /// A line for each server of [#atAGlance], as the terminal shows it, and what speaks against the figures.
    @Override
    public String glance() {
        var fewer = atAGlance();
        return """
        ```
        %s
        ```\
        """
                .formatted(
                        Stream.concat(
                                        Stream.of(new GlanceTable(COLUMNS).text(fewer)),
                                        GlanceTable.doubts(fewer).stream())
                                .collect(Collectors.joining("\n")));
    }

    /// What a comparison without options measures, as far as this one has it: the steps, virtual threads, node and
    /// nginx, under the load of the fewest clients.
    public ComparisonResult atAGlance() {
        var servers =
                conditions.servers().stream()
                        .filter(server -> server.startsWith("step") || AT_A_GLANCE.contains(server))
                        .toList();
        int fewest = Collections.min(conditions.clients());
        return new ComparisonResult(
                provenance,
                conditions.of(servers, List.of(fewest)),
                measurements.stream()
                        .filter(one -> servers.contains(one.server()) && one.clients() == fewest)
                        .toList(),
                List.of(),
                besideSlowFile);
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
