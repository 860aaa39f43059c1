package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// When processes have come to rest, and the kernel with them. A JVM goes on compiling for a second or more when its
/// clients have left, on the very processor that the next server needs; and the kernel clears up behind those clients.
public final class Rest {
    /// The operating system counts in hundredths of a second: a process that works is seen to have had one of them.
    private static final Duration LOOK = Duration.ofMillis(30);

    /// One may fall between two turns of a process that has to share its processor.
    private static final int QUIET_LOOKS = 2;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /// The parent of the kernel's own threads, where these can be seen.
    private static final long KERNEL = 2;

    private static final String NAME_OF_KERNEL = "kthreadd";

    private Rest() {}

    /// Waits for it, but not for ever.
    ///
    /// @param processes their pids; those that have ended are at rest
    public static void await(Stream<Long> processes) throws InterruptedException {
        var pids = Stream.concat(processes, kernelThreads()).toList();
        long end = System.nanoTime() + LONGEST.toNanos();
        var before = processorTime(pids);
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            var now = processorTime(pids);
            quiet = now.equals(before) ? quiet + 1 : 0;
            before = now;
        }
    }

    private static Stream<Long> kernelThreads() {
        try {
            var name = Files.readString(Path.of("/proc/%d/comm".formatted(KERNEL))).strip();
            return name.equals(NAME_OF_KERNEL)
                    ? ProcessHandle.of(KERNEL).stream()
                            .flatMap(ProcessHandle::children)
                            .map(ProcessHandle::pid)
                    : Stream.of();
        } catch (IOException notSeen) {
            return Stream.of();
        }
    }

    private static Duration processorTime(List<Long> pids) {
        return pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
