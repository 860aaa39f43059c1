package eventloop.lab.show.report;

import static java.util.Comparator.comparing;

import eventloop.lab.measure.observe.Bystanders;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.study.claims.Expectation;
import eventloop.lab.study.claims.Expectation.Direction;
import eventloop.lab.study.claims.RoundByRound;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.compare.Measurement.Timed;
import eventloop.lab.study.compare.Summary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The question of the project's plan: does the event loop reach 80 % of node? The index is the mean response
/// time: who takes 1.25 times as long has 80 % of the speed.
///
/// The event loop is that of the last step in the comparison that has one. Rounds become a verdict by the rule of the
/// claims, which ask the same; fewer than that rule needs are none, and neither are times that the load or other programs
/// may have made long.
///
/// @param loop the server with the event loop, if there is one
/// @param levels one for each number of clients
record NodeTarget(Optional<String> loop, boolean hasNode, List<Level> levels) {
    static final double SHARE = 0.8;

    /// The claim that asks the same.
    static final String CLAIM = "C13";

    private static final Expectation REACHED = new Expectation(Direction.HIGHER, SHARE);
    private static final int FIRST_WITH_LOOP = 3;
    private static final int STEP_OF_CLAIM = 7;
    private static final int CLIENTS_OF_CLAIM = 1_000;

    /// @param shares of node's speed that the loop has, round by round; none if one could not be timed
    /// @param doubt what may have made one of the times longer: the load, or other programs. One such round of
    ///     either side is enough. On purpose that is stricter than a claim, where most of them have to be late, and
    ///     those that are disturbed are made again
    /// @param sentence that tells all of this
    record Level(int clients, List<Double> shares, Optional<String> doubt, String sentence) {
        boolean isMeasured() {
            return !shares.isEmpty();
        }

        /// All rounds together; empty if there are none.
        Optional<Spread> share() {
            return isMeasured() ? Optional.of(Spread.of(shares)) : Optional.empty();
        }

        /// Nothing if there are too few rounds for one.
        Optional<Verdict> verdict() {
            return RoundByRound.verdict(REACHED, shares)
                    .map(verdict -> doubt.isPresent() ? Verdict.CANNOT_TELL : verdict);
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
        return grid.levels().stream().map(clients -> level(grid, loop, clients)).toList();
    }

    private static Level level(Grid grid, String loop, int clients) {
        var shares = shares(grid, loop, clients);
        var doubt = doubt(grid.summary(loop, clients), grid.summary(Looks.NODE, clients));
        var words =
                shares.isEmpty()
                        ? missing(grid, loop, clients)
                        : words(grid, loop, clients, Spread.of(shares))
                                + doubt.map(", but "::concat).orElse("");
        return new Level(
                clients,
                shares,
                doubt,
                "With %s clients %s.".formatted(Units.count(clients), words));
    }

    private static Optional<String> doubt(Summary loop, Summary node) {
        if (loop.meanIsRough() || node.meanIsRough()) {
            return Optional.of("the load was late itself");
        }
        double others = Math.max(loop.bystanders().orElse(0), node.bystanders().orElse(0));
        return others > Bystanders.SPOILING
                ? Optional.of(Bystanders.took(Units.wholePercent(others)) + " meanwhile")
                : Optional.empty();
    }

    /// None if one of them did not take the load in every round: whoever fails is not fast.
    private static List<Double> shares(Grid grid, String loop, int clients) {
        return gaps(grid, loop, clients).isEmpty()
                ? grid.ratios(
                        Looks.NODE, loop, clients, Timed::open, open -> open.latency().meanMillis())
                : List.of();
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
                        grid.summary(loop, clients).meanWords(),
                        loop,
                        grid.summary(Looks.NODE, clients).meanWords());
    }

    private static String missing(Grid grid, String loop, int clients) {
        return "there is no figure (%s)".formatted(String.join("; ", gaps(grid, loop, clients)));
    }

    static String question(String where) {
        return "Does the event loop reach %s of node %s?".formatted(Units.percent(SHARE), where);
    }

    /// Whether the question can be answered for one number of clients at least.
    boolean isMeasured() {
        return levels.stream().anyMatch(Level::isMeasured);
    }

    Conclusion answer() {
        var verdicts = levels.stream().flatMap(level -> level.verdict().stream()).toList();
        if (verdicts.isEmpty() && isMeasured()) {
            return Conclusion.TOO_FEW_ROUNDS;
        }
        return Conclusion.of(verdicts, verdicts.size() == levels.size());
    }

    /// The answer for people. Of rounds that are too few for one, what they say under the only load.
    String words() {
        return answer() == Conclusion.TOO_FEW_ROUNDS && levels.size() == 1
                ? fewRounds(levels.getFirst())
                : answer().words();
    }

    private static String fewRounds(Level level) {
        var share = Units.wholePercent(level.share().orElseThrow().median());
        var about = level.doubt().isPresent() ? "about " : "";
        if (level.shares().size() > 1) {
            return "%d rounds: %s%s.".formatted(level.shares().size(), about, share);
        }
        boolean reached = level.shares().getFirst() >= SHARE;
        return level.doubt().isPresent()
                ? "One round: about %s.".formatted(share)
                : "In this one round, %s: %s.".formatted(reached ? "yes" : "no", share);
    }

    /// What the answer is made of, a sentence for each load.
    List<String> sentences() {
        if (loop.isEmpty()) {
            return List.of("No server with an event loop was measured.");
        }
        if (!hasNode) {
            return List.of("node was not measured together with " + loop.get() + ".");
        }
        var ofLoads = levels.stream().map(Level::sentence);
        return Stream.concat(ofLoads, asksMore().stream()).toList();
    }

    private Optional<String> asksMore() {
        return answer() == Conclusion.TOO_FEW_ROUNDS
                ? Optional.of("So few rounds are no verdict: %s.".formatted(more()))
                : Optional.empty();
    }

    private String more() {
        boolean isAskedByTheClaim =
                Looks.stepNumber(loop.orElseThrow()).orElse(0) == STEP_OF_CLAIM
                        && levels.size() == 1
                        && levels.getFirst().clients() == CLIENTS_OF_CLAIM;
        return isAskedByTheClaim
                ? "./course claims %s makes five, or nine".formatted(CLAIM)
                : "--rounds %d gives one".formatted(RoundByRound.LEAST_ROUNDS);
    }
}
