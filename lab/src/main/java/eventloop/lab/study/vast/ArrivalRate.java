package eventloop.lab.study.vast;

import java.util.Optional;

/// How fast clients come.
///
/// @param why they do not come as fast as to other servers; empty if they do
record ArrivalRate(double clientsPerSecond, Optional<String> why) {
    private static final double SLOWER = 3;

    static ArrivalRate full(double clientsPerSecond) {
        return new ArrivalRate(clientsPerSecond, Optional.empty());
    }

    boolean isFull() {
        return why.isEmpty();
    }

    /// For a server that has not kept up: a queue of connections that was too short for that rate may do for this one, and
    /// the question is how many it holds.
    ///
    /// @param failure what came of it, in words
    ArrivalRate slower(String failure) {
        return new ArrivalRate(
                clientsPerSecond / SLOWER,
                Optional.of(
                        "its clients came at %,.0f a second, for at %,.0f %s"
                                .formatted(clientsPerSecond / SLOWER, clientsPerSecond, failure)));
    }
}
