package eventloop.selector;

import java.util.function.LongSupplier;

/// The watch that looks at everybody.
class SweptTimeoutsTest extends TimeoutsContract {
    private SweptTimeouts timeouts;

    @Override
    protected Timeouts newTimeouts(LongSupplier clock) {
        timeouts = new SweptTimeouts(clock);
        return timeouts;
    }

    @Override
    protected void goRound() {
        timeouts.sweep();
    }
}
