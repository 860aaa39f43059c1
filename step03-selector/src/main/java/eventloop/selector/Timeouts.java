package eventloop.selector;

import java.time.Duration;

/// Things to be done if nothing else happens in time. Loop thread only.
public interface Timeouts {
    /// @param onExpiry runs on the loop thread, once, some moments after the time is over
    Timeout start(Duration time, Runnable onExpiry);

    /// One of them. It is restarted with each sign of life, so that must cost next to nothing.
    interface Timeout {
        /// From now on, whatever was before.
        void restart(Duration time);

        /// Stops the clock until the next [#restart].
        void pause();

        /// Ends it for good; it keeps nothing alive any more.
        void cancel();
    }
}
