package eventloop.lab.study.vast;

import eventloop.lab.measure.load.LoadHeap;

/// What it takes to hold so many clients.
///
/// @param serverProcesses that share a port, if one may not have so many open files
/// @param loadProcesses at the other end, each with no more than it has room for
/// @param memoryBytes of servers, load and kernel together, about
public record Demand(int clients, int serverProcesses, int loadProcesses, long memoryBytes) {
    private static final long MEBIBYTE = 1 << 20;

    /// Two sockets, with all that the kernel keeps for each: seen to be between 8 and 9 KiB.
    private static final long KERNEL_BYTES_A_CLIENT = 9 << 10;

    private static final long LOAD_BYTES_A_CLIENT = 8 << 10;
    private static final long LOAD_BYTES_A_PROCESS = 90 * MEBIBYTE;

    public static Demand of(int clients, Entrant entrant, Allowance allowance) {
        int each = allowance.connectionsEach();
        int servers = entrant.processes(clients, each);
        int loads = Math.ceilDiv(clients, LoadHeap.connectionsWithin(each));
        long bytes =
                clients * (KERNEL_BYTES_A_CLIENT + LOAD_BYTES_A_CLIENT + entrant.bytesAClient())
                        + loads * LOAD_BYTES_A_PROCESS
                        + servers * entrant.bytesAProcess();
        return new Demand(clients, servers, loads, bytes);
    }
}
