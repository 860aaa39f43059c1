package eventloop.lab.study.vast;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.observe.ConnectionLimits;
import eventloop.lab.measure.observe.KernelSetting;
import eventloop.lab.measure.observe.MachineMemory;
import java.io.IOException;

/// What this machine gives to a run, before it begins.
///
/// @param connectionsEach that a process can have, for each is an open file
/// @param memoryBytes that can be had
/// @param portsEach that a source address has, for connections to one server
/// @param queue the most connections that may wait for a server to accept them
/// @param packets the most that may wait for a processor to take them in; further ones are dropped, and who has sent
///     them tries again after 0.2 s or more
/// @param hasSourceAddresses whether every address of 127.0.0.0/8 is the machine's own, as on Linux
public record Allowance(
        int connectionsEach,
        long memoryBytes,
        int portsEach,
        int queue,
        int packets,
        boolean hasSourceAddresses) {
    static final KernelSetting PACKET_QUEUE = new KernelSetting("net.core.netdev_max_backlog");

    /// What IANA leaves to be chosen (RFC 6335, section 6), and what macOS takes.
    private static final int USUAL_PORTS = 16_384;

    private static final int USUAL_QUEUE = 128;
    private static final int USUAL_PACKETS = 1_000;

    public static Allowance now() throws IOException {
        boolean isLinux = ConnectionLimits.areTold();
        return new Allowance(
                OpenFiles.connectionsPerProcess(),
                MachineMemory.now().availableBytes(),
                isLinux ? ConnectionLimits.ports() : USUAL_PORTS,
                isLinux ? ConnectionLimits.acceptQueue() : USUAL_QUEUE,
                PACKET_QUEUE.isTold() ? Integer.parseInt(PACKET_QUEUE.read()) : USUAL_PACKETS,
                isLinux);
    }
}
