package eventloop.lab.study.claims;

import eventloop.lab.measure.load.Companions;
import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.PhaseResult;
import java.util.Set;

/// Whether a round was what its claim says it was. A server that turns requests away is quick at that, and one
/// whose idle clients have gone has it easy: neither gives a figure.
final class Soundness {
    /// So small a share of the companions may be missing: some of many always are.
    private static final double MOST_MISSING = 0.01;

    private Soundness() {}

    /// @throws NoFigure if the side has not done what the round was to measure
    static void check(Side side, Sample sample) throws NoFigure {
        checkCompanions(side, sample);
        checkAnswers(side, sample.result());
        checkStorm(side, sample.result());
    }

    private static void checkCompanions(Side side, Sample sample) throws NoFigure {
        int wanted = side.load().beside().stream().mapToInt(Companions::count).sum();
        if (!side.mayBeSentAway() && sample.companionsMissing() > MOST_MISSING * wanted) {
            throw new NoFigure(
                    "%s: of %,d companions %,d were there"
                            .formatted(side.name(), wanted, wanted - sample.companionsMissing()));
        }
    }

    private static void checkAnswers(Side side, PhaseResult result) throws NoFigure {
        var forgiven = side.mayTimeOut() ? Set.of(Failure.TIMED_OUT) : Set.<Failure>of();
        var reason = result.whyNot(forgiven);
        if (reason.isPresent()) {
            throw new NoFigure("%s: %s".formatted(side.name(), reason.get()));
        }
    }

    /// Who is still waiting when a storm is over has not failed, but has not been served either:
    /// the time of the last one who was is not the time of all.
    private static void checkStorm(Side side, PhaseResult result) throws NoFigure {
        int clients = side.load().clients();
        if (side.load().storm() && result.answered() < clients) {
            throw new NoFigure(
                    "%s: of %,d clients %,d were served"
                            .formatted(side.name(), clients, result.answered()));
        }
    }
}
