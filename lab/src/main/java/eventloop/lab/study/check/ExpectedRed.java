package eventloop.lab.study.check;

/// Steps that must fail a check, for one reason.
///
/// @param because a clause for people
public record ExpectedRed(int first, int last, String because) {
    static ExpectedRed inStep(int step, String because) {
        return new ExpectedRed(step, step, because);
    }

    static ExpectedRed inSteps(int first, int last, String because) {
        return new ExpectedRed(first, last, because);
    }

    boolean includes(int step) {
        return step >= first && step <= last;
    }

    /// As in `2` and `3–5`.
    public String range() {
        return first == last ? Integer.toString(first) : first + "–" + last;
    }
}
