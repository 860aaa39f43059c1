package eventloop.lab.study.claims;

import eventloop.lab.measure.result.MedianInterval;
import eventloop.lab.measure.result.Spread;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What has been found about one claim.
///
/// @param first what stands on the one side, for people: `step03-selector, 1,000 idle clients`
/// @param second what stands on the other
/// @param unit of the figures: `ms`, `requests/s`
/// @param expected of the first, seen from the second: `at least 2 times as high`
/// @param pairs the figures of every round; none if there was nothing to measure
/// @param reason of the verdict, in one sentence
/// @param prediction the ratio that somebody has guessed before
public record ClaimResult(
        String id,
        String sentence,
        String slide,
        String lesson,
        String figure,
        String unit,
        String first,
        String second,
        String expected,
        List<Pair> pairs,
        Verdict verdict,
        String reason,
        OptionalDouble prediction,
        double seconds) {

    /// The same with the guess that was made before `earlier`. Where that has figures and no guess, there is none: one
    /// that is made after the figures were seen is none.
    ClaimResult after(ClaimResult earlier) {
        return new ClaimResult(
                id,
                sentence,
                slide,
                lesson,
                figure,
                unit,
                first,
                second,
                expected,
                pairs,
                verdict,
                reason,
                earlier.prediction.isPresent() || earlier.hasFigures()
                        ? earlier.prediction
                        : prediction,
                seconds);
    }

    private boolean hasFigures() {
        return !pairs.isEmpty();
    }

    /// Of the first side's figures.
    public Optional<Spread> firstSpread() {
        return spread(pairs.stream().map(Pair::first).toList());
    }

    public Optional<Spread> secondSpread() {
        return spread(pairs.stream().map(Pair::second).toList());
    }

    /// Of the ratios of first to second, round by round: what drifts with the machine drops out of them.
    public Optional<Spread> ratio() {
        return spread(pairs.stream().map(Pair::ratio).toList());
    }

    /// Where the median of these ratios lies; nothing of a claim that broke off before it had all of its rounds, for
    /// the interval of others is not as certain as is said of it. Five are all where a verdict came of them.
    public Optional<MedianInterval> interval() {
        boolean isWhole =
                pairs.size() == Judgement.MOST_ROUNDS
                        || pairs.size() == Judgement.ROUNDS && verdict != Verdict.CANNOT_TELL;
        return isWhole
                ? MedianInterval.of(pairs.stream().map(Pair::ratio).toList())
                : Optional.empty();
    }

    private static Optional<Spread> spread(List<Double> figures) {
        return figures.isEmpty() ? Optional.empty() : Optional.of(Spread.of(figures));
    }
}
