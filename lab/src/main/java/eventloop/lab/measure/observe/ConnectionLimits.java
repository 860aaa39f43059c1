package eventloop.lab.measure.observe;

import java.io.IOException;

/// What a Linux kernel, as it is set now, gives to connections.
public final class ConnectionLimits {
    /// Of a Linux that nobody has tuned; with less, some of those who come all at once are dropped, and wait a second
    /// for their second try.
    public static final int LEAST_ACCEPT_QUEUE = 4_096;

    private static final KernelSetting PORTS = new KernelSetting("net.ipv4.ip_local_port_range");
    private static final KernelSetting ACCEPT_QUEUE = new KernelSetting("net.core.somaxconn");

    private ConnectionLimits() {}

    /// Whether there is such a kernel to ask.
    public static boolean areTold() {
        return PORTS.isTold();
    }

    /// How many a source address has, for connections to one server.
    public static int ports() throws IOException {
        return portsIn(PORTS.read());
    }

    /// @param range as in `32768	60999`
    static int portsIn(String range) {
        var ends = range.strip().split("\\s+");
        return Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1;
    }

    /// The command that gives as many as there are on a Linux that nobody has tuned.
    public static String remedyForPorts() {
        return PORTS.remedy("'32768 60999'");
    }

    /// The most connections that may wait for a server to accept them.
    public static int acceptQueue() throws IOException {
        return Integer.parseInt(ACCEPT_QUEUE.read());
    }

    /// The command that lets [#LEAST_ACCEPT_QUEUE] wait.
    public static String remedyForAcceptQueue() {
        return ACCEPT_QUEUE.remedy(LEAST_ACCEPT_QUEUE);
    }
}
