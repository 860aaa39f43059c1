package eventloop.lab.measure.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// When processes have come to rest. A JVM goes on compiling for a second or more when its clients have left, on the
/// very processor that the next server needs.
public final class Rest {
    /// The operating system counts in hundredths of a second: a process that works is seen to have had one of them.
    private static final Duration LOOK = Duration.ofMillis(30);

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private Rest() {}

    /// Waits for it, but not for ever.
    ///
    /// @param processes their pids; those that have ended are at rest
    public static void await(Stream<Long> processes) throws InterruptedException {
        var pids = processes.toList();
        long end = System.nanoTime() + LONGEST.toNanos();
        var before = processorTime(pids);
        boolean isAtRest = false;
        while (!isAtRest && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            var now = processorTime(pids);
            isAtRest = now.equals(before);
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
