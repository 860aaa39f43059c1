package eventloop.lab.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// When processes have come to rest. A JVM goes on compiling for a second or more when its clients have left, on the
/// very processor that the next server needs.
public final class Rest {
    private static final Duration LOOK = Duration.ofMillis(50);

    /// The operating system counts in hundredths of a second: one of them may be nothing.
    private static final Duration NOTHING = Duration.ofMillis(10);

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private Rest() {}

    /// Waits for it, but not for ever.
    public static void await(List<Long> pids) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        var before = processorTime(pids);
        boolean isAtRest = false;
        while (!isAtRest && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            var now = processorTime(pids);
            isAtRest = now.minus(before).compareTo(NOTHING) <= 0;
            before = now;
        }
    }

    private static Duration processorTime(List<Long> pids) {
        return pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
