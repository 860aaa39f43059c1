package eventloop.lab.study.compare;

import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;

/// How many processes of a server it takes to hold all clients.
///
/// @param connections that one process can have
record ServerProcesses(int connections) {
    /// The system hands connections to those who share a port by chance, so some get more than others.
    private static final double FULL_ENOUGH = 0.9;

    /// @throws ServerFailure if one is too few, and the server cannot have more
    int of(ServerUnderTest server, int clients) throws ServerFailure {
        if (clients <= connections) {
            return 1;
        }
        if (!server.sharesPort()) {
            throw new ServerFailure(
                    "cannot take this level: a process may have no more than %,d connections"
                            .formatted(connections));
        }
        return (int) Math.ceil(clients / (FULL_ENOUGH * connections));
    }
}
