package eventloop.selector;

/// The watch that looks at everybody.
class SweptTimeoutsTest extends TimeoutsContract {
    private final SweptTimeouts timeouts = new SweptTimeouts();

    @Override
    protected Timeouts newTimeouts() {
        return timeouts;
    }

    @Override
    protected void goRound() {
        timeouts.sweep();
    }
}
