package eventloop.selector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// The simplest way to watch the time of many: look at every one of them, now and then. One sweep costs
/// as much as there are connections, however few of them are late.
final class SweptTimeouts implements Timeouts {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int GONE = -1;

    private final LongSupplier clock;
    private final List<Swept> all = new ArrayList<>();

    SweptTimeouts() {
        this(System::nanoTime);
    }

    /// @param clock counts nanoseconds from wherever it likes, as [System#nanoTime] does
    SweptTimeouts(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public Timeout start(Duration time, Expiring expiring) {
        var timeout = new Swept(all.size(), expiring);
        timeout.restart(time);
        all.add(timeout);
        return timeout;
    }

    // tag::sweep[]
    void sweep() {
        long now = clock.getAsLong();
        // From the end: one that expires may take out itself and others. Then the last takes the
        // free place: it has been looked at, or still will be. And the list may end before `i`.
        for (int i = all.size() - 1; i >= 0; i = Math.min(i, all.size()) - 1) {
            var timeout = all.get(i);
            if (timeout.deadline != NEVER && now - timeout.deadline >= 0) {
                timeout.deadline = NEVER;
                timeout.expiring.expire();
            }
        }
    }

    // end::sweep[]

    private final class Swept implements Timeout {
        private final Expiring expiring;
        private int index;
        private long deadline;

        Swept(int index, Expiring expiring) {
            this.index = index;
            this.expiring = expiring;
        }

        @Override
        public void restart(Duration time) {
            deadline = clock.getAsLong() + time.toNanos();
        }

        @Override
        public void cancel() {
            if (index == GONE) {
                return;
            }
            var last = all.removeLast();
            if (last != this) {
                all.set(index, last);
                last.index = index;
            }
            index = GONE;
        }
    }
}
