package eventloop.lab.study.claims;

import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.result.Figures;
import java.util.ArrayList;
import java.util.List;

/// What speaks against the figures of one side: it may not be the server alone that was measured.
final class SideDoubts {
    private final Side side;
    private final Figure figure;
    private Failures failures = Failures.NONE;
    private long requests;
    private int samples;
    private int limited;
    private int late;
    private int mostClientsWithoutAnswer;

    SideDoubts(Side side, Figure figure) {
        this.side = side;
        this.figure = figure;
    }

    void look(Sample sample) {
        samples++;
        if (figure.isThroughput() && sample.isLimitedByTheLoad()) {
            limited++;
        }
        if (figure.isLate(sample)) {
            late++;
        }
        mostClientsWithoutAnswer =
                Math.max(mostClientsWithoutAnswer, sample.result().clientsWithoutAnswer());
        requests += sample.result().answered() + sample.result().failed();
        failures = failures.plus(sample.result().failures());
    }

    /// Whether the server could have done more in most rounds than the generator could ask for.
    private boolean isTooLow() {
        return limited > samples / 2;
    }

    /// Whether most of the time was the generator's own in most rounds.
    private boolean isTooHigh() {
        return late > samples / 2;
    }

    /// What that means for the ratio of the first side's figures to the second's.
    static Leeway leeway(SideDoubts first, SideDoubts second) {
        boolean higher = first.isTooLow() || second.isTooHigh();
        boolean lower = second.isTooLow() || first.isTooHigh();
        if (!higher && !lower) {
            return Leeway.NONE;
        }
        return new Leeway(
                higher,
                lower,
                first.isTooLow() || second.isTooLow()
                        ? "the load generator could make no more requests"
                        : "the load generator was late itself");
    }

    /// For people.
    List<String> words() {
        var words = new ArrayList<String>();
        failures.byKind()
                .forEach((kind, count) ->
                        words.add(
                                "%s: %.1f %% of the requests %s"
                                        .formatted(
                                                side.name(),
                                                100.0 * count / requests,
                                                kind.words())));
        if (figure.isOfTheAnswered() && mostClientsWithoutAnswer > 0) {
            words.add(
                    "%s: up to %s had no answer while they were counted"
                            .formatted(
                                    side.name(),
                                    Figures.counted(
                                            mostClientsWithoutAnswer, "client", "clients")));
        }
        return words;
    }
}
