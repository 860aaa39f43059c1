package eventloop.lab.study.claims;

import eventloop.lab.measure.result.Figures;

/// Which ratio of the first side's figure to the second's a claim stands for.
///
/// @param times the least effect that counts: for [Direction#SAME], the most that does not
public record Expectation(Direction first, double times) {
    /// Where the first side is, seen from the second.
    public enum Direction {
        HIGHER,
        LOWER,
        SAME
    }

    /// A ratio that misses the bar by less than this says nothing: the next round may reach it.
    private static final double NEARLY = 0.9;

    /// What a round with this ratio says.
    Vote vote(double ratio) {
        double reached = reached(ratio);
        if (reached >= 1) {
            return Vote.FOR;
        }
        return reached <= NEARLY ? Vote.AGAINST : Vote.NEITHER;
    }

    /// Whether a ratio is so near to the bar, on either side of it, that the next round may well fall on the other.
    public boolean isNear(double ratio) {
        double reached = reached(ratio);
        return reached > NEARLY && reached < 1 / NEARLY;
    }

    /// How much of the way to the bar: 1 is there.
    private double reached(double ratio) {
        return switch (first) {
            case HIGHER -> ratio / times;
            case LOWER -> 1 / (ratio * times);
            case SAME -> times / Math.max(ratio, 1 / ratio);
        };
    }

    /// Whether rounds that spoke for the claim would still do so, wherever in its leeway the ratio is.
    boolean isMetDespite(Leeway leeway) {
        return switch (first) {
            case HIGHER -> !leeway.lower();
            case LOWER -> !leeway.higher();
            case SAME -> !leeway.lower() && !leeway.higher();
        };
    }

    /// The same of rounds that spoke against it.
    boolean isMissedDespite(Leeway leeway) {
        return switch (first) {
            case HIGHER -> !leeway.higher();
            case LOWER -> !leeway.lower();
            case SAME -> !leeway.lower() && !leeway.higher();
        };
    }

    /// For people: `at least 2 times as high`.
    public String words() {
        var factor = Figures.plain(times);
        return switch (first) {
            case HIGHER -> "at least %s times as high".formatted(factor);
            case LOWER -> "at least %s times as low".formatted(factor);
            case SAME -> "the same, within a factor of %s".formatted(factor);
        };
    }
}
