package eventloop.lab.measure.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How many files a process may have open, one of the load or of a server, and so how many connections it can have:
/// each is an open file.
public final class OpenFiles {
    /// The JVM's own: its modules, its jars, its pipes.
    private static final int RESERVE = 200;

    private static final int WHERE_NOBODY_TELLS = 8_500;

    private OpenFiles() {}

    public static int connectionsPerProcess() {
        return Math.max(1, limit() - RESERVE);
    }

    public static int limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean os
                ? Math.clamp(os.getMaxFileDescriptorCount(), 1, 1_000_000)
                : WHERE_NOBODY_TELLS;
    }
}
