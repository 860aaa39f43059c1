package eventloop.exercises.step01.requestline;

/// Says after each byte what the bytes so far are.
public final class RequestLine {
    /// What the bytes so far are.
    public enum Verdict {
        MORE,
        COMPLETE,
        BAD
    }

    /// @param next from 0 to 255
    public Verdict feed(int next) {
        return Verdict.MORE;
    }
}
