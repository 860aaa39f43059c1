package eventloop.lab.study.compare;

import static java.util.Comparator.comparing;

import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Table;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A comparison as one reads it on a terminal.
public final class ComparisonTable {
    private static final Function<Phase, Boolean> OPEN_FIRST = Phase.ClosedLoop.class::isInstance;
    private static final String COSTS =
            """
            µs, heap          processor time and allocated bytes for each request, as fast as it answers
            threads           the most at any look, five a second; with the dozen of the JVM itself
            memory            the most at any time
            dropped           attempts to connect that the kernel ignored, for the server had not taken those before
            failed            of all requests of the open loop, where the response times come from\
            """;

    private ComparisonTable() {}

    public static String of(ComparisonResult result) {
        var sections =
                result.conditions().clients().stream().map(clients -> section(result, clients));
        return Stream.of(
                        sections,
                        Stream.of(legend(result.conditions())),
                        ThroughputTable.of(result).stream())
                .flatMap(texts -> texts)
                .collect(Collectors.joining("\n\n"));
    }

    private static String section(ComparisonResult result, int clients) {
        var headings = FigureColumns.headings("%,d clients".formatted(clients));
        var table = new Table(1, headings.toArray(String[]::new));
        var summaries =
                result.conditions().servers().stream()
                        .map(server -> summarize(server, clients, result))
                        .toList();
        summaries.forEach(
                summary -> addRow(table, result.conditions().title(summary.server()), summary));
        var remarks = new Remarks();
        summaries.forEach(summary ->
                remarks(summary).forEach(remark -> remarks.add(remark, summary.server())));
        var shown = summaries.stream().filter(Summary::hasFigures).map(Summary::server).toList();
        return Stream.concat(Stream.of(table.toString()), remarks.lines(shown).stream())
                .collect(Collectors.joining("\n"));
    }

    private static Summary summarize(String server, int clients, ComparisonResult result) {
        return Summary.of(
                server,
                result.measurements().stream()
                        .filter(m -> m.server().equals(server) && m.clients() == clients)
                        .toList());
    }

    private static void addRow(Table table, String title, Summary summary) {
        if (!summary.hasFigures()) {
            table.row(List.of(title), summary.reason());
            return;
        }
        table.row(FigureColumns.cells(title, summary).toArray(String[]::new));
    }

    /// What one has to know about the figures of a row.
    private static Stream<String> remarks(Summary summary) {
        if (!summary.hasFigures()) {
            return Stream.of();
        }
        return Stream.of(
                        Stream.of(String.join(", ", summary.failuresInWords())),
                        summary.doubts().stream(),
                        summary.gaps().stream())
                .flatMap(remarks -> remarks)
                .filter(remark -> !remark.isEmpty());
    }

    private static String legend(Conditions conditions) {
        var phases = conditions.phases().stream().sorted(comparing(OPEN_FIRST));
        return Stream.of(
                        phases.map(ComparisonTable::explain),
                        Stream.of(explain(conditions.beginning())),
                        Stream.of(COSTS, rounds(conditions.rounds())))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String rounds(int rounds) {
        return rounds == 1
                ? "rounds            one: how far figures vary by chance, nothing tells"
                : ("rounds            %d, all servers one after another in each; figures are medians;"
                                + " dropped, failed and reconnects are sums")
                        .formatted(rounds);
    }

    private static String explain(Beginning beginning) {
        return ("all served after  until every client had come, %,.0f a second, and had its first answer;"
                        + " then as fast as it answers until that changes no more, %d s at most")
                .formatted(Phase.Arrival.CLIENTS_A_SECOND, beginning.mostWarmUpSeconds());
    }

    private static String explain(Phase phase) {
        return switch (phase) {
            case Phase.Arrival arrival ->
                    "clients come within %s s".formatted(Figures.plain(arrival.spreadSeconds()));
            case Phase.OpenLoop open ->
                    ("mean, p50 …       from when a request was due, which is at random times,"
                                    + " %,.0f a second, for %s s")
                            .formatted(open.requestsPerSecond(), Figures.plain(open.seconds()));
            case Phase.ClosedLoop closed ->
                    ("requests/s        right answers when every client asks again at once,"
                                    + " for %s s; context switches meanwhile")
                            .formatted(Figures.plain(closed.seconds()));
        };
    }
}
