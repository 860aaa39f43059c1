package eventloop.lab.show.report;

import static java.util.Comparator.comparingDouble;

import eventloop.lab.study.compare.Summary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who answers the most: what a comparison can say that has not the servers the course's question is about.
record Ranking(Grid grid) {
    Headline headline() {
        var ranked = ranked(grid.levels().getFirst());
        return new Headline(
                question(),
                answer(ranked),
                !ranked.isEmpty() && isTold(ranked) && !isOfOneRound(),
                grid.levels().stream().map(this::sentence).toList());
    }

    private boolean isOfOneRound() {
        return grid.result().conditions().rounds() == 1;
    }

    private boolean isOfOne() {
        return grid.servers().size() == 1;
    }

    private String question() {
        var clients = Units.count(grid.levels().getFirst());
        return isOfOne()
                ? "How many requests a second does %s answer with %s clients?"
                        .formatted(grid.servers().getFirst(), clients)
                : "Which of these %d servers answers the most requests with %s clients?"
                        .formatted(grid.servers().size(), clients);
    }

    private String answer(List<Summary> ranked) {
        if (ranked.isEmpty()) {
            return "None could be timed.";
        }
        if (!isTold(ranked)) {
            return "Cannot be told: the load could ask for no more.";
        }
        var first = ranked.getFirst();
        return (isOfOneRound() ? "In this one round: " : "")
                + (isOfOne() ? rate(first) : first.server())
                + ".";
    }

    /// Whoever is behind the first, and may answer more than was asked for, may be before it.
    private static boolean isTold(List<Summary> ranked) {
        return ranked.stream().skip(1).noneMatch(Summary::peakIsOfTheLoad);
    }

    private String sentence(int clients) {
        var ranked = ranked(clients);
        var rates =
                ranked.isEmpty()
                        ? Stream.<String>of()
                        : ranked.stream().map(one -> words(one, ranked.getFirst()));
        var reasons =
                grid.servers().stream()
                        .map(server -> grid.summary(server, clients))
                        .filter(one -> one.requestsPerSecond().isEmpty())
                        .map(one -> "%s: no figure (%s)".formatted(one.server(), one.noPeak()));
        return "With %s clients: %s."
                .formatted(
                        Units.count(clients),
                        Stream.concat(rates, reasons).collect(Collectors.joining("; ")));
    }

    /// Of a figure that is only a bound there is no share.
    private static String words(Summary one, Summary best) {
        var words = "%s %s".formatted(one.server(), rate(one));
        double share =
                one.requestsPerSecond().orElseThrow() / best.requestsPerSecond().orElseThrow();
        return share == 1 || one.peakIsOfTheLoad() || best.peakIsOfTheLoad()
                ? words
                : "%s, %s of that".formatted(words, Units.wholePercent(share));
    }

    private static String rate(Summary one) {
        return one.peakWords() + " requests/s";
    }

    /// Those that have a peak, the highest first.
    private List<Summary> ranked(int clients) {
        return grid.servers().stream()
                .map(server -> grid.summary(server, clients))
                .filter(one -> one.requestsPerSecond().isPresent())
                .sorted(
                        comparingDouble((Summary one) -> one.requestsPerSecond().orElseThrow())
                                .reversed())
                .toList();
    }
}
