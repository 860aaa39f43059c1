package eventloop.lab.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// When all processes that the lab has started have come to rest. A JVM goes on compiling for a second or more
/// when its clients have left, on the very processor that the next server needs.
public final class Rest {
    private static final Duration LOOK = Duration.ofMillis(50);

    /// The operating system counts in hundredths of a second: one of them may be nothing.
    private static final Duration NOTHING = Duration.ofMillis(10);

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private Rest() {}

    /// Waits for it, but not for ever: a server may have clients that never leave.
    public static void await() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        var before = processorTime();
        boolean isAtRest = false;
        while (!isAtRest && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            var now = processorTime();
            isAtRest = now.minus(before).compareTo(NOTHING) <= 0;
            before = now;
        }
    }

    private static Duration processorTime() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
