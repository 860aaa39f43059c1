package eventloop.lab.study.blackbox;

/// A server does not do what it should.
public final class BrokenPromiseException extends Exception {
    private static final long serialVersionUID = 1;

    private final String expected;

    /// @param expected what should have come
    /// @param came what came instead, where the transcript does not show it; may be empty
    BrokenPromiseException(String expected, String came) {
        super(came);
        this.expected = expected;
    }

    String expected() {
        return expected;
    }

    String came() {
        return getMessage();
    }
}
