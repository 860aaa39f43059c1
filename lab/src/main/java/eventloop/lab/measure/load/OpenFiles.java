package eventloop.lab.measure.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalInt;

/// How many files a process may have open, one of the load or of a server, and so how many connections it can have:
/// each is an open file.
public final class OpenFiles {
    /// The JVM's own: its modules, its jars, its pipes.
    private static final int RESERVE = 200;

    /// For one that does more than to hold connections: it checks a server, or tells what it finds.
    private static final int FOR_ALL_ELSE = 500;

    private static final int WHERE_NOBODY_TELLS = 8_500;

    private OpenFiles() {}

    public static int connectionsPerProcess() {
        return Math.max(1, limit() - RESERVE);
    }

    public static int limit() {
        return told().orElse(WHERE_NOBODY_TELLS);
    }

    /// Whether the system says how many.
    public static boolean areTold() {
        return told().isPresent();
    }

    /// How many files a process that has much else to do needs for so many connections.
    public static int neededFor(int connections) {
        return connections + FOR_ALL_ELSE;
    }

    /// The reverse: how many connections it can have with so many files.
    public static int connectionsWithin(int files) {
        return Math.max(0, files - FOR_ALL_ELSE);
    }

    /// How a process may come to have so many files open. A JVM raises its own limit as far as it is allowed to, so
    /// where that was not enough, `ulimit` alone is often refused.
    public static String remedy(int files) {
        return "ulimit -n %d (if that is refused: as root, or in /etc/security/limits.conf)"
                .formatted(files);
    }

    /// Whether it may have as many; where nobody tells, it may try.
    public static boolean areEnoughFor(int connections) {
        return neededFor(connections) <= told().orElse(Integer.MAX_VALUE);
    }

    private static OptionalInt told() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean os
                ? OptionalInt.of(Math.clamp(os.getMaxFileDescriptorCount(), 1, 1_000_000))
                : OptionalInt.empty();
    }
}
