package eventloop.lab.show.report;

import eventloop.lab.measure.load.Latency;
import eventloop.lab.study.compare.Measurement.Timed;
import eventloop.lab.study.compare.Summary;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// How long clients wait: on average, and the unlucky ones.
final class ResponseTimes {
    private ResponseTimes() {}

    static Section mean(Grid grid) {
        return section(
                grid,
                "response-mean",
                "How long does an answer take?",
                "Mean response time",
                "Lower is better; requests arrive at a fixed rate, and axes go in factors, so that"
                        + " equal distances are equal ratios. A mark and its figure are the median of"
                        + " the rounds, and a stroke through it goes from the least to the most; a"
                        + " cross stands for a server that could not be timed with so many clients."
                        + shade(grid),
                summary -> summary.meanIsRough() ? Units::roughMillis : Units::millis,
                Latency::meanMillis);
    }

    /// There is one where node has a figure.
    private static String shade(Grid grid) {
        boolean isDrawn =
                grid.levels().stream()
                        .anyMatch(clients ->
                                grid.servers().contains(Looks.NODE)
                                        && grid.summary(Looks.NODE, clients)
                                                .meanMillis()
                                                .isPresent());
        return isDrawn
                ? " The shade is where a server has at least %s of node's speed."
                        .formatted(Units.percent(NodeTarget.SHARE))
                : "";
    }

    static Section p99(Grid grid) {
        return section(
                grid,
                "response-p99",
                "How long do the unlucky ones wait?",
                "99th percentile of response time",
                "One request in a hundred takes longer than this, and a page of many files meets"
                        + " it often. Read it like the picture above.",
                summary -> summary.p99IsRough() ? Units::roughMillis : Units::millis,
                Latency::p99Millis);
    }

    private static Section section(
            Grid grid,
            String id,
            String title,
            String name,
            String reading,
            Function<Summary, DoubleFunction<String>> words,
            ToDoubleFunction<Latency> latency) {
        Function<Timed, OptionalDouble> figure =
                timed -> OptionalDouble.of(latency.applyAsDouble(timed.open().latency()));
        var byClients = new ByClients(grid, name, Units::shortMillis, words, Timed::open, figure);
        return new Section(
                id,
                title,
                reading,
                byClients.pictures(id, OptionalDouble.of(NodeTarget.SHARE)),
                List.of(byClients.table()));
    }
}
