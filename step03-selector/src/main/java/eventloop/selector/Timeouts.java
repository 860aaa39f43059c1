package eventloop.selector;

import java.time.Duration;

/// Things to be done when a time is over, unless something else happens first. Loop thread only.
public interface Timeouts {
    /// @param expiring is told some moments after the time is over, once, unless there is a restart
    /// @return to be cancelled by whoever will not restart it any more. Step 3 keeps it until then, also when its time
    ///     is over; step 4 keeps it only while it runs
    Timeout start(Duration time, Expiring expiring);

    /// What can be late. An interface of its own, so that a connection is one itself: an object less for
    /// each of them.
    @FunctionalInterface
    interface Expiring {
        /// The time is over. Loop thread.
        void expire();
    }

    /// One of them. It is restarted with each sign of life, so that must cost next to nothing.
    interface Timeout {
        /// From now on, whatever was before.
        void restart(Duration time);

        /// Ends it for good: it keeps nothing alive any more, and is not to be restarted.
        void cancel();
    }
}
