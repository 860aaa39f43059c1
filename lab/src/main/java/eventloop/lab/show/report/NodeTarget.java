package eventloop.lab.show.report;

import static java.util.Comparator.comparing;

import eventloop.lab.measure.result.Spread;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.compare.Measurement.Timed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The question of the project's plan: does the event loop reach 80 % of node? The index is the mean response
/// time: who takes 1.25 times as long has 80 % of the speed.
///
/// The event loop is that of the last step in the comparison that has one. Rounds on both sides of the target
/// leave the question open.
///
/// @param loop the server with the event loop, if there is one
/// @param levels one for each number of clients
record NodeTarget(Optional<String> loop, boolean hasNode, List<Level> levels) {
    static final double SHARE = 0.8;

    private static final int FIRST_WITH_LOOP = 3;

    /// @param share of node's speed that the loop has, round by round; empty if one could not be timed
    /// @param sentence that tells all of this
    record Level(int clients, Optional<Spread> share, String sentence) {
        Optional<Verdict> verdict() {
            return share.map(Level::verdict);
        }

        private static Verdict verdict(Spread share) {
            if (share.least() >= SHARE) {
                return Verdict.HOLDS;
            }
            return share.most() < SHARE ? Verdict.DOES_NOT_HOLD : Verdict.CANNOT_TELL;
        }
    }

    static NodeTarget of(ReportData data) {
        var grid = data.comparison().map(Grid::new);
        var loop = grid.flatMap(NodeTarget::loop);
        boolean hasNode = grid.filter(g -> g.servers().contains(Looks.NODE)).isPresent();
        return new NodeTarget(
                loop,
                hasNode,
                loop.isPresent() && hasNode ? levels(grid.get(), loop.get()) : List.of());
    }

    private static Optional<String> loop(Grid grid) {
        return grid.servers().stream()
                .filter(server -> Looks.stepNumber(server).orElse(0) >= FIRST_WITH_LOOP)
                .max(comparing(server -> Looks.stepNumber(server).orElseThrow()));
    }

    private static List<Level> levels(Grid grid, String loop) {
        return grid.levels().stream()
                .map(clients -> {
                    var share = share(grid, loop, clients);
                    return new Level(
                            clients,
                            share,
                            "With %s clients %s."
                                    .formatted(
                                            Units.count(clients),
                                            share.map(figures ->
                                                            words(grid, loop, clients, figures))
                                                    .orElseGet(
                                                            () -> missing(grid, loop, clients))));
                })
                .toList();
    }

    /// Nothing if one of them did not take the load in every round: whoever fails is not fast.
    private static Optional<Spread> share(Grid grid, String loop, int clients) {
        return gaps(grid, loop, clients).isEmpty()
                ? grid.ratio(
                        Looks.NODE, loop, clients, Timed::open, open -> open.latency().meanMillis())
                : Optional.empty();
    }

    /// Who of them has no response times, or not in every round, and why.
    private static List<String> gaps(Grid grid, String loop, int clients) {
        return Stream.of(loop, Looks.NODE)
                .filter(server -> !grid.reason(server, clients, Timed::open).isEmpty())
                .map(server ->
                        "%s: %s".formatted(server, grid.reason(server, clients, Timed::open)))
                .toList();
    }

    private static String words(Grid grid, String loop, int clients, Spread share) {
        return "%s of node%s: a mean of %s for %s, of %s for node"
                .formatted(
                        Units.wholePercent(share.median()),
                        share.least() < share.most()
                                ? " (%s to %s)"
                                        .formatted(
                                                Units.wholePercent(share.least()),
                                                Units.wholePercent(share.most()))
                                : "",
                        Units.millis(grid.summary(loop, clients).meanMillis().orElseThrow()),
                        loop,
                        Units.millis(grid.summary(Looks.NODE, clients).meanMillis().orElseThrow()));
    }

    private static String missing(Grid grid, String loop, int clients) {
        return "there is no figure (%s)".formatted(String.join("; ", gaps(grid, loop, clients)));
    }

    static String question(String where) {
        return "Does the event loop reach %s of node %s?".formatted(Units.percent(SHARE), where);
    }

    /// Whether the question can be answered for one number of clients at least.
    boolean isMeasured() {
        return levels.stream().anyMatch(level -> level.share().isPresent());
    }

    Conclusion answer() {
        var verdicts = levels.stream().flatMap(level -> level.verdict().stream()).toList();
        return Conclusion.of(verdicts, verdicts.size() == levels.size());
    }

    /// What the answer is made of, a sentence for each load.
    List<String> sentences() {
        if (loop.isEmpty()) {
            return List.of("No server with an event loop was measured.");
        }
        return hasNode
                ? levels.stream().map(Level::sentence).toList()
                : List.of("node was not measured together with " + loop.get() + ".");
    }
}
