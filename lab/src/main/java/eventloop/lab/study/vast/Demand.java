package eventloop.lab.study.vast;

/// What it takes to hold so many clients.
///
/// @param serverProcesses that share a port, if one may not have so many open files
/// @param loadProcesses the same at the other end
/// @param memoryBytes of servers, load and kernel together, about
public record Demand(int clients, int serverProcesses, int loadProcesses, long memoryBytes) {
    /// The system deals connections to those who share a port by chance, so some get more than others: their numbers
    /// spread like those of a Poisson distribution, by the square root of the mean. With so many of these spreads left
    /// free, one of thirty processes is full in less than one run of a thousand.
    private static final double SPREADS_LEFT_FREE = 4;

    private static final long MEBIBYTE = 1 << 20;

    /// Two sockets, with all that the kernel keeps for each: seen to be between 8 and 9 KiB.
    private static final long KERNEL_BYTES_A_CLIENT = 9 << 10;

    private static final long LOAD_BYTES_A_CLIENT = 8 << 10;
    private static final long LOAD_BYTES_A_PROCESS = 90 * MEBIBYTE;

    public static Demand of(int clients, Entrant entrant, Allowance allowance) {
        int each = allowance.connectionsEach();
        int servers = clients <= each ? 1 : (int) Math.ceil(clients / fullEnough(each));
        int loads = Math.ceilDiv(clients, each);
        long bytes =
                clients * (KERNEL_BYTES_A_CLIENT + LOAD_BYTES_A_CLIENT + entrant.bytesAClient())
                        + loads * LOAD_BYTES_A_PROCESS
                        + servers * entrant.bytesAProcess();
        return new Demand(clients, servers, loads, bytes);
    }

    /// The mean with which so many spreads above it are still `most`: m + 4 √m = most, solved for m.
    private static double fullEnough(int most) {
        double half = SPREADS_LEFT_FREE / 2;
        double root = Math.sqrt(half * half + most) - half;
        return root * root;
    }
}
