package eventloop.lab.study.claims;

/// One round: the same figure of both sides, measured one right after the other.
public record Pair(double first, double second) {
    /// How many times the second the first is. Infinite when the second is nothing.
    public double ratio() {
        return first / second;
    }
}
