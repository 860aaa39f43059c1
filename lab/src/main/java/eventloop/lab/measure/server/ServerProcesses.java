package eventloop.lab.measure.server;

/// How many processes of a server it takes to hold all clients.
///
/// @param connections that one process can have
public record ServerProcesses(int connections) {
    /// The system deals connections to those who share a port by chance, so some get more than others: their numbers
    /// spread like those of a Poisson distribution, by the square root of the mean. With so many of these spreads
    /// left free, one of thirty processes is full in less than one run of a thousand.
    private static final double SPREADS_LEFT_FREE = 4;

    /// @throws ServerFailure if one is too few, and the server cannot have more
    public int of(ServerUnderTest server, int clients) throws ServerFailure {
        int count = holding(clients);
        if (count > 1 && !server.sharesPort()) {
            throw new ServerFailure(
                    "cannot take this level: a process may have no more than %,d connections"
                            .formatted(connections));
        }
        return count;
    }

    /// Of a server whose processes can share a port.
    public int holding(int clients) {
        return clients <= connections ? 1 : (int) Math.ceil(clients / fullEnough());
    }

    /// The mean with which so many spreads above it are still all that a process can have: m + 4 √m = connections,
    /// solved for m.
    private double fullEnough() {
        double half = SPREADS_LEFT_FREE / 2;
        double root = Math.sqrt(half * half + connections) - half;
        return root * root;
    }
}
