package eventloop.lab.show.report;

import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.study.compare.Beginning;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.compare.Conditions;
import eventloop.lab.study.compare.Remarks;
import eventloop.lab.study.compare.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one has to know to believe a report or to repeat it: under which conditions it was made, where, and
/// what may be doubted.
final class Background {
    private static final String CHANGED = "+changes";

    private Background() {}

    static List<Fact> conditions(ReportData data) {
        return data.comparison().map(ComparisonResult::conditions).stream()
                .flatMap(Background::facts)
                .toList();
    }

    private static Stream<Fact> facts(Conditions conditions) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("warm-up", explain(conditions.beginning())));
        for (var phase : conditions.phases()) {
            facts.add(new Fact(name(phase), explain(phase)));
        }
        if (!conditions.fileSizes().isEmpty()) {
            facts.add(new Fact("peak by file size", sizes(conditions)));
        }
        facts.add(new Fact("clients", clients(conditions)));
        facts.add(new Fact("rounds", rounds(conditions)));
        facts.add(new Fact("files asked for", pages(conditions)));
        facts.add(new Fact("server runs", command(conditions.serverPlacement())));
        facts.add(new Fact("load runs", command(conditions.loadPlacement())));
        facts.add(new Fact("JVM of servers", String.join(" ", conditions.serverFlags())));
        facts.add(new Fact("JVM of the load", String.join(" ", conditions.loadFlags())));
        if (!conditions.versions().isEmpty()) {
            facts.add(new Fact("other servers", String.join("; ", conditions.versions().values())));
        }
        return facts.stream();
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case Phase.OpenLoop _ -> "response times";
            case Phase.ClosedLoop _ -> "peak";
            case Phase.Arrival _ -> "arrival";
        };
    }

    private static String explain(Phase phase) {
        return switch (phase) {
            case Phase.Arrival arrival ->
                    "every client comes within %s s, and has an answer"
                            .formatted(Units.plain(arrival.spreadSeconds()));
            case Phase.OpenLoop open ->
                    ("%s requests a second at random times, whether the server keeps up or not;"
                                    + " counted for %s s after a lead-in of %s s; a response time"
                                    + " begins when its request was due")
                            .formatted(
                                    Units.count(open.requestsPerSecond()),
                                    Units.plain(open.seconds()),
                                    Units.plain(open.leadInSeconds()));
            case Phase.ClosedLoop closed ->
                    ("every client asks again as soon as it has its answer; counted for %s s after"
                                    + " a lead-in of %s s")
                            .formatted(
                                    Units.plain(closed.seconds()),
                                    Units.plain(closed.leadInSeconds()));
        };
    }

    private static String explain(Beginning beginning) {
        return ("all clients come, %,.0f a second, and have an answer each; then they ask as fast as they are"
                        + " answered until three seconds in a row agree within 5 %%, or on average with the three"
                        + " before, and a JVM compiles no more; for %d s at most")
                .formatted(Phase.Arrival.CLIENTS_A_SECOND, beginning.mostWarmUpSeconds());
    }

    private static String sizes(Conditions conditions) {
        return ("%s clients ask for one file of that size, %s if it has 1 MiB or more; %s; what counts"
                        + " is bytes, so that a file that came in part counts in part")
                .formatted(
                        Units.count(conditions.sizeClients()),
                        Units.count(conditions.largeFileClients()),
                        explain(conditions.sizePhase()));
    }

    private static String clients(Conditions conditions) {
        var counts =
                conditions.clients().stream().map(Units::count).collect(Collectors.joining(", "));
        return "%s, each with a connection that it keeps; they give up after %s s"
                .formatted(counts, Units.plain(conditions.timeoutSeconds()));
    }

    private static String rounds(Conditions conditions) {
        return conditions.rounds() == 1
                ? "one"
                : ("%d, all servers one after another in each; figures are medians;"
                                + " dropped, failed and reconnects are sums")
                        .formatted(conditions.rounds());
    }

    private static String pages(Conditions conditions) {
        return "%d, drawn at random by their weights (seed %d)"
                .formatted(conditions.pages().size(), conditions.seed());
    }

    private static String command(List<String> placement) {
        return placement.isEmpty() ? "wherever the system puts it" : String.join(" ", placement);
    }

    static List<Fact> origin(Provenance provenance) {
        return List.of(
                new Fact("command", provenance.command()),
                new Fact("date", provenance.date().toString()),
                new Fact(
                        "machine",
                        "%s, %s, %s of memory"
                                .formatted(
                                        provenance.processor(),
                                        Figures.counted(
                                                provenance.processors(), "processor", "processors"),
                                        Units.mebibytes(provenance.memoryBytes()))),
                new Fact("system", provenance.operatingSystem()),
                new Fact("JDK", provenance.jdk()),
                new Fact("course at", provenance.commit()));
    }

    /// Reasons not to trust the figures, with those whom they touch.
    static List<Fact> doubts(ReportData data) {
        var doubts = new ArrayList<Fact>();
        data.comparison().ifPresent(result -> doubts.addAll(doubts(result)));
        data.origins().values().stream()
                .map(Provenance::commit)
                .filter(commit -> commit.endsWith(CHANGED))
                .distinct()
                .forEach(commit ->
                        doubts.add(
                                new Fact(
                                        "the course differs from its last commit",
                                        commit.replace(CHANGED, ""))));
        return doubts;
    }

    private static List<Fact> doubts(ComparisonResult result) {
        var remarks = new Remarks();
        var grid = new Grid(result);
        for (int clients : grid.levels()) {
            for (var server : grid.servers()) {
                var touches = "%s with %s clients".formatted(server, Units.count(clients));
                doubts(grid.summary(server, clients)).forEach(doubt -> remarks.add(doubt, touches));
            }
        }
        for (var peak : FileSizes.summaries(result)) {
            var touches =
                    "%s with files of %s".formatted(peak.server(), Units.bytes(peak.fileBytes()));
            peak.remarks().forEach(doubt -> remarks.add(doubt, touches));
        }
        var doubts = new ArrayList<Fact>();
        remarks.whoseByRemark()
                .forEach((doubt, those) -> doubts.add(new Fact(doubt, String.join(", ", those))));
        doubts.addAll(doubts(result.conditions()));
        return doubts;
    }

    private static Stream<String> doubts(Summary summary) {
        if (!summary.hasFigures()) {
            return Stream.of();
        }
        return Stream.of(
                        summary.doubts().stream(),
                        summary.failuresInWords().stream().map("failed requests: "::concat),
                        summary.gaps().stream())
                .flatMap(doubts -> doubts);
    }

    private static List<Fact> doubts(Conditions conditions) {
        var doubts = new ArrayList<Fact>();
        if (conditions.rounds() == 1) {
            doubts.add(
                    new Fact("measured once", "nothing tells how far the figures vary by chance"));
        }
        if (conditions.serverPlacement().isEmpty()) {
            doubts.add(
                    new Fact(
                            "not kept apart",
                            "server and load may have taken each other's processors"));
        }
        return doubts;
    }
}
