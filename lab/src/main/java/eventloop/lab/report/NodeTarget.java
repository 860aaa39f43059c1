package eventloop.lab.report;

import eventloop.lab.claims.Spread;
import eventloop.lab.claims.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The question of the project's plan: does the event loop reach 80 % of node? The index is the mean response
/// time: who takes 1.25 times as long has 80 % of the speed.
///
/// The event loop is the last of the steps in the comparison that have one. Rounds on both sides of the target
/// leave it open, as with claims.
final class NodeTarget {
    static final double SHARE = 0.8;
    private static final int FIRST_WITH_LOOP = 3;

    /// @param share of node's speed
    record Level(int clients, OptionalDouble loop, OptionalDouble node, Optional<Spread> share) {
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

    private final Optional<String> loop;
    private final boolean hasNode;
    private final List<Level> levels;

    private NodeTarget(Optional<String> loop, boolean hasNode, List<Level> levels) {
        this.loop = loop;
        this.hasNode = hasNode;
        this.levels = levels;
    }

    static NodeTarget of(Optional<Grid> grid) {
        var loop = grid.flatMap(NodeTarget::loop);
        return new NodeTarget(
                loop,
                grid.map(measured -> measured.servers().contains(Looks.NODE)).orElse(false),
                grid.stream()
                        .flatMap(measured ->
                                loop.stream().flatMap(server -> levels(measured, server)))
                        .toList());
    }

    private static Optional<String> loop(Grid grid) {
        return grid.servers().stream()
                .filter(server -> Looks.stepNumber(server).orElse(0) >= FIRST_WITH_LOOP)
                .max((one, other) ->
                        Integer.compare(
                                Looks.stepNumber(one).orElseThrow(),
                                Looks.stepNumber(other).orElseThrow()));
    }

    private static Stream<Level> levels(Grid grid, String loop) {
        return grid.levels().stream()
                .map(clients ->
                        new Level(
                                clients,
                                grid.summary(loop, clients).meanMillis(),
                                grid.summary(Looks.NODE, clients).meanMillis(),
                                grid.ratio(
                                        Looks.NODE,
                                        loop,
                                        clients,
                                        timed -> timed.open().latency().meanMillis())));
    }

    static String question() {
        return "Does the event loop reach %s of node here?".formatted(Units.percent(SHARE));
    }

    /// Yes, no, or why it is not known.
    String answer() {
        var verdicts = levels.stream().flatMap(level -> level.verdict().stream()).toList();
        if (verdicts.isEmpty()) {
            return "Not measured.";
        }
        if (Set.copyOf(verdicts).size() > 1) {
            return "Not at every load.";
        }
        return switch (verdicts.getFirst()) {
            case HOLDS -> "Yes.";
            case DOES_NOT_HOLD -> "No.";
            case CANNOT_TELL -> "Cannot tell.";
        };
    }

    String styleClass() {
        return answer().startsWith("Yes") ? "holds" : "open";
    }

    /// The figures behind the answer, a sentence for each load.
    List<String> figures() {
        if (loop.isEmpty()) {
            return List.of("No server with an event loop was measured.");
        }
        return hasNode
                ? levels.stream().map(this::sentence).toList()
                : List.of("node was not measured together with " + loop.get() + ".");
    }

    private String sentence(Level level) {
        var clients = Units.count(level.clients());
        if (level.share().isEmpty()) {
            var missing =
                    Stream.of(
                                    level.loop().isEmpty() ? loop : Optional.<String>empty(),
                                    level.node().isEmpty()
                                            ? Optional.of(Looks.NODE)
                                            : Optional.<String>empty())
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(" and "));
            return "With %s clients there is no figure: %s could not be timed."
                    .formatted(clients, missing);
        }
        return "With %s clients %s: %s answers in %s, node in %s."
                .formatted(
                        clients,
                        words(level.share().get()),
                        loop.orElseThrow(),
                        Units.millis(level.loop().orElseThrow()),
                        Units.millis(level.node().orElseThrow()));
    }

    private static String words(Spread share) {
        return share.least() < share.most()
                ? "%s of node (%s to %s)"
                        .formatted(
                                Units.percent(share.median()),
                                Units.percent(share.least()),
                                Units.percent(share.most()))
                : Units.percent(share.median()) + " of node";
    }

    List<Level> levels() {
        return levels;
    }

    /// Of the steps, if there was one.
    OptionalInt step() {
        return loop.map(Looks::stepNumber).orElse(OptionalInt.empty());
    }
}
