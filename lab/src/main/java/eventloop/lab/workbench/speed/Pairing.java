package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Median;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two servers side by side, in the rounds that both have: the n-th of ours and the n-th of theirs belong
/// together.
///
/// It knows when its figures are not the servers' own: a server that waits for the load could do more than it
/// shows, and a load that asks late measures itself.
record Pairing(Quantity quantity, List<Round> ours, List<Round> theirs) {
    /// A server that had less of its processor was waiting for the load.
    private static final double BUSY = 0.97;

    /// Of a response time: a load that is later than this has made up too much of it.
    private static final double MOST_LATENESS = 0.5;

    /// @param ours by their numbers
    static Pairing of(
            Quantity quantity,
            NavigableMap<Integer, Round> ours,
            NavigableMap<Integer, Round> theirs) {
        var common = ours.keySet().stream().filter(theirs::containsKey).toList();
        return new Pairing(
                quantity,
                common.stream().map(ours::get).toList(),
                common.stream().map(theirs::get).toList());
    }

    boolean isEmpty() {
        return ours.isEmpty();
    }

    List<Round> rounds() {
        return Stream.concat(ours.stream(), theirs.stream()).toList();
    }

    /// How many times better ours is, in the median of all rounds.
    double median() {
        return Median.of(advantages()).orElseThrow();
    }

    private double[] advantages() {
        return IntStream.range(0, ours.size())
                .mapToDouble(round -> quantity.advantage(ours.get(round), theirs.get(round)))
                .toArray();
    }

    /// How much more ours has, round by round.
    double[] differences() {
        return IntStream.range(0, ours.size())
                .mapToDouble(round -> quantity.of(ours.get(round)) - quantity.of(theirs.get(round)))
                .toArray();
    }

    /// `1.2 (1.1 to 1.3)`
    String spread() {
        return SpreadWords.words(advantages());
    }

    /// Whether all rounds agree on who is better.
    boolean isClear() {
        return DoubleStream.of(advantages()).min().orElseThrow() > 1
                || DoubleStream.of(advantages()).max().orElseThrow() < 1;
    }

    /// In how many rounds the bar is reached, where they do not agree on that.
    Optional<String> votes(DoublePredicate isReached) {
        long reached = DoubleStream.of(advantages()).filter(isReached).count();
        return reached == 0 || reached == ours.size()
                ? Optional.empty()
                : Optional.of("reached in %d of %d rounds".formatted(reached, ours.size()));
    }

    /// Where the median of the ratios lies, if that is on neither side of the bar; or that there
    /// are too few of them.
    Optional<String> whyUntold(DoublePredicate isReached) {
        return Bar.whyUntold(advantages(), isReached);
    }

    private Bar.Outcome agreed(DoublePredicate isReached) {
        return Bar.Outcome.of(advantages(), isReached);
    }

    /// The medians of both themselves.
    String medians() {
        return "%s to %s %s"
                .formatted(
                        Figures.plain(median(ours, quantity::of)),
                        Figures.plain(median(theirs, quantity::of)),
                        quantity.unit());
    }

    /// @param least how many times better ours has to be
    Bar.Outcome outcome(double least) {
        var outcome = outcome(ratio -> ratio >= least);
        return quantity != Quantity.REQUESTS || isTrue(outcome, least)
                ? outcome
                : Bar.Outcome.LOAD_WAS_THE_LIMIT;
    }

    /// @param isReached whether a ratio is as it has to be
    Bar.Outcome outcome(DoublePredicate isReached) {
        return switch (quantity) {
            case MEAN, P99 -> isLate() ? Bar.Outcome.CANNOT_TELL : agreed(isReached);
            case REQUESTS, PROCESSOR -> agreed(isReached);
        };
    }

    /// Ours may have missed its bar only because the load gave it too little to do. It has reached it only if
    /// that holds even for a rival that has all of its processor.
    private boolean isTrue(Bar.Outcome outcome, double least) {
        return switch (outcome) {
            case MET ->
                    share(theirs) >= BUSY
                            || Bar.intervalOf(advantages()).least() * share(theirs) >= least;
            case MISSED -> share(ours) >= BUSY;
            default -> true;
        };
    }

    /// What one has to know beside the ratio.
    String remark() {
        return Stream.of(Stream.of(medians()), doubt().stream(), Nearness.remark(rounds()).stream())
                .flatMap(remarks -> remarks)
                .collect(Collectors.joining("; "));
    }

    /// What speaks against the figures, if anything does.
    private Optional<String> doubt() {
        return switch (quantity) {
            case REQUESTS -> waited();
            case MEAN, P99 ->
                    isLate()
                            ? Optional.of(
                                    "the load asked up to %s ms late itself"
                                            .formatted(Figures.plain(lateness())))
                            : Optional.empty();
            case PROCESSOR -> Optional.empty();
        };
    }

    private Optional<String> waited() {
        if (share(ours) >= BUSY && share(theirs) >= BUSY) {
            return Optional.empty();
        }
        return Optional.of(
                "they used %.0f %% and %.0f %% of their processor"
                        .formatted(100 * share(ours), 100 * share(theirs)));
    }

    /// Whether the load asked so late, on either side, that it has measured itself.
    boolean isLate() {
        return Stream.of(ours, theirs)
                .anyMatch(rounds ->
                        median(rounds, round -> round.latenessShare(quantity)) > MOST_LATENESS);
    }

    /// Of the later one.
    private double lateness() {
        ToDoubleFunction<Round> lateness = round -> round.latenessMillis(quantity);
        return Math.max(median(ours, lateness), median(theirs, lateness));
    }

    private static double share(List<Round> rounds) {
        return median(rounds, Round::processorShare);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray()).orElseThrow();
    }
}
