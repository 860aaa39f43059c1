package eventloop.lab.measure.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a Linux kernel, as it is set now, gives to connections.
public final class ConnectionLimits {
    private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final Path ACCEPT_QUEUE = Path.of("/proc/sys/net/core/somaxconn");

    private ConnectionLimits() {}

    /// Whether there is such a kernel to ask.
    public static boolean areTold() {
        return Files.isReadable(PORTS);
    }

    /// How many a source address has, for connections to one server.
    public static int ports() throws IOException {
        return portsIn(KernelSetting.read(PORTS));
    }

    /// @param range as in `32768	60999`
    static int portsIn(String range) {
        var ends = range.strip().split("\\s+");
        return Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1;
    }

    /// The most connections that may wait for a server to accept them.
    public static int acceptQueue() throws IOException {
        return Integer.parseInt(KernelSetting.read(ACCEPT_QUEUE));
    }
}
