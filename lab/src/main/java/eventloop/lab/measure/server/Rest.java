package eventloop.lab.measure.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// When processes have come to rest, and the kernel with them. A JVM goes on compiling for a second or more when its
/// clients have left, on the very processor that the next server needs; and the kernel clears up behind those clients.
public final class Rest {
    /// The operating system counts in hundredths of a second: a process that works is seen to have had one of them.
    private static final Duration LOOK = Duration.ofMillis(30);

    /// One may fall between two turns of a process that has to share its processor.
    static final int QUIET_LOOKS = 2;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Rest() {}

    /// Waits for it, but not for ever.
    ///
    /// @param processes their pids, whose families count as well; those that have ended are at rest
    public static void await(Stream<Long> processes) throws InterruptedException {
        var all = processes.flatMap(ProcessFamily::of).map(ProcessHandle::pid);
        var pids = Stream.concat(all, KernelThreads.pids()).toList();
        await(() -> processorTime(pids));
    }

    /// @param processorTime that all of them have had by now; asked for at every look
    static void await(Supplier<Duration> processorTime) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        var before = processorTime.get();
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            var now = processorTime.get();
            quiet = now.equals(before) ? quiet + 1 : 0;
            before = now;
        }
    }

    /// Those that have ended have had none.
    static Duration processorTime(List<Long> pids) {
        return pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
