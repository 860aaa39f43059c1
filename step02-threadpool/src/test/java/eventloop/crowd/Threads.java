package eventloop.crowd;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/// The platform threads of this process: how many there are, and what they have cost.
public final class Threads {
    /// So many the JVM and JUnit may begin of their own while a test counts.
    public static final int OF_OTHERS = 20;

    private static final ThreadMXBean JVM = ManagementFactory.getThreadMXBean();

    private Threads() {}

    /// How many live threads have names that begin like this.
    public static long named(String beginning) {
        return all().filter(thread -> thread.getThreadName().startsWith(beginning)).count();
    }

    /// The processor time that the one thread of this name has used up to now.
    public static Duration processorTimeOf(String name) {
        var ids =
                all().filter(thread -> thread.getThreadName().equals(name))
                        .mapToLong(ThreadInfo::getThreadId)
                        .toArray();
        if (ids.length != 1) {
            throw new AssertionError(ids.length + " threads are named " + name);
        }
        return Duration.ofNanos(JVM.getThreadCpuTime(ids[0]));
    }

    /// The processor time that the calling thread has used up to now.
    public static Duration processorTimeOfThisOne() {
        return Duration.ofNanos(JVM.getCurrentThreadCpuTime());
    }

    /// A thread may end between the list of ids and the look at it.
    private static Stream<ThreadInfo> all() {
        return Arrays.stream(JVM.getThreadInfo(JVM.getAllThreadIds())).filter(Objects::nonNull);
    }
}
