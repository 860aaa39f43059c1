package eventloop.lab.claims;

import eventloop.lab.load.Companions;
import eventloop.lab.load.Failure;
import eventloop.lab.load.PhaseResult;
import java.util.Map;

/// Whether a round was what its claim says it was. A server that turns requests away is quick at that, and one
/// whose idle clients have gone has it easy: neither gives a figure.
final class Soundness {
    /// So small a share may fail, or be missing: some of many always do.
    private static final double TOLERABLE = 0.01;

    private Soundness() {}

    /// @throws NoFigure if the side has not done what the round was to measure
    static void check(Side side, Sample sample) throws NoFigure {
        checkCompanions(side, sample);
        checkAnswers(side, sample.result());
    }

    private static void checkCompanions(Side side, Sample sample) throws NoFigure {
        int wanted = side.load().beside().stream().mapToInt(Companions::count).sum();
        if (!side.mayBeSentAway() && sample.companionsMissing() > TOLERABLE * wanted) {
            throw new NoFigure(
                    "%s: of %,d companions %,d were there"
                            .formatted(side.name(), wanted, wanted - sample.companionsMissing()));
        }
    }

    private static void checkAnswers(Side side, PhaseResult result) throws NoFigure {
        long failed = result.failed() - (side.mayTimeOut() ? timedOut(result) : 0);
        double share = (double) failed / (result.failed() + result.answered());
        if (share > TOLERABLE) {
            throw new NoFigure(
                    "%s: %.0f %% of the requests failed, %s"
                            .formatted(side.name(), 100 * share, mostly(side, result)));
        }
    }

    private static long timedOut(PhaseResult result) {
        return result.failures().getOrDefault(Failure.TIMED_OUT, 0L);
    }

    /// In what way most of them have failed.
    private static String mostly(Side side, PhaseResult result) {
        return result.failures().entrySet().stream()
                .filter(kind -> !(side.mayTimeOut() && kind.getKey() == Failure.TIMED_OUT))
                .max(Map.Entry.comparingByValue())
                .map(kind -> kind.getKey().words())
                .orElseThrow();
    }
}
