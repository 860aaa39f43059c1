package eventloop.lab.measure.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How many connections a process can have, one of the load or of a server: each is an open file, and a process may not have any number
/// of these.
public final class OpenFiles {
    /// The JVM's own: its modules, its jars, its pipes.
    private static final int RESERVE = 500;

    private static final int WHERE_NOBODY_TELLS = 8_000;

    private OpenFiles() {}

    public static int connectionsPerProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean os
                ? Math.clamp(os.getMaxFileDescriptorCount() - RESERVE, 1, 1_000_000)
                : WHERE_NOBODY_TELLS;
    }
}
