package eventloop.contract;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// The files and sockets that this process has open, its servers' among them. Not for Windows, where the contract has
/// no site either.
public final class Descriptors {
    private static final UnixOperatingSystemMXBean SYSTEM =
            (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Descriptors() {}

    /// How many there are at this moment.
    public static long open() {
        return SYSTEM.getOpenFileDescriptorCount();
    }
}
