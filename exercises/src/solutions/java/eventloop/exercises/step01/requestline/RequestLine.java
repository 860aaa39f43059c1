package eventloop.exercises.step01.requestline;

/// Says after each byte what the bytes so far are.
public final class RequestLine {
    /// What the bytes so far are.
    public enum Verdict {
        MORE,
        COMPLETE,
        BAD
    }

    // tag::solution[]
    private static final String VERSION = "HTTP/1.";

    private enum State {
        METHOD,
        TARGET,
        VERSION,
        LINE_FEED
    }

    private State state = State.METHOD;
    private int count;

    // end::solution[]
    /// @param next from 0 to 255
    public Verdict feed(int next) {
        // tag::solution[]
        return switch (state) {
            case METHOD -> inMethod(next);
            case TARGET -> inTarget(next);
            case VERSION -> inVersion(next);
            case LINE_FEED -> next == '\n' ? Verdict.COMPLETE : Verdict.BAD;
        };
        // end::solution[]
        // > return Verdict.MORE;
    }

    // tag::solution[]
    private Verdict inMethod(int next) {
        if (next >= 'A' && next <= 'Z') {
            return stay();
        }
        return next == ' ' && count > 0 ? go(State.TARGET) : Verdict.BAD;
    }

    private Verdict inTarget(int next) {
        if (next == '/' || count > 0 && next > 0x20 && next < 0x7F) {
            return stay();
        }
        return next == ' ' && count > 0 ? go(State.VERSION) : Verdict.BAD;
    }

    private Verdict inVersion(int next) {
        boolean fits =
                count < VERSION.length()
                        ? next == VERSION.charAt(count)
                        : count == VERSION.length() && (next == '0' || next == '1');
        if (fits) {
            return stay();
        }
        return next == '\r' && count > VERSION.length() ? go(State.LINE_FEED) : Verdict.BAD;
    }

    private Verdict stay() {
        count++;
        return Verdict.MORE;
    }

    private Verdict go(State next) {
        state = next;
        count = 0;
        return Verdict.MORE;
    }
    // end::solution[]
}
