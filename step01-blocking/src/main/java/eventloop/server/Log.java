package eventloop.server;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Says on standard error what the server could not do, one line each. Any thread. A client must not be
/// able to fill a disk by failing often, so at most [#LINES_A_SECOND] are written.
public final class Log {
    private static final int LINES_A_SECOND = 20;

    private static final AtomicLong second = new AtomicLong();
    private static final AtomicLong lines = new AtomicLong();

    private Log() {}

    /// @param what happened, as the beginning of a sentence
    public static void problem(String what, Throwable cause) {
        long now = System.currentTimeMillis() / 1000;
        if (second.getAndSet(now) != now) {
            lines.set(0);
        }
        if (lines.incrementAndGet() <= LINES_A_SECOND) {
            System.err.println(Instant.ofEpochSecond(now) + " " + what + ": " + cause);
        }
    }
}
