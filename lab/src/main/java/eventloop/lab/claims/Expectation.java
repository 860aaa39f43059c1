package eventloop.lab.claims;

import eventloop.lab.result.Figures;

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

    /// Whether one round speaks for the claim.
    boolean isMetBy(double ratio) {
        return switch (first) {
            case HIGHER -> ratio >= times;
            case LOWER -> ratio <= 1 / times;
            case SAME -> ratio <= times && ratio >= 1 / times;
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
