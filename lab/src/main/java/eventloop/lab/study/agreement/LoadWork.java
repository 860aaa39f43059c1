package eventloop.lab.study.agreement;

/// What a load program is to do. Each client has a connection of its own and keeps it.
sealed interface LoadWork {
    int clients();

    int seconds();

    /// Each client asks as soon as it is answered.
    record OneAfterAnother(int clients, int seconds) implements LoadWork {}

    /// Requests are due at random times, whether the server keeps up or not.
    ///
    /// @param requestsPerSecond of all clients together
    record Paced(int clients, int requestsPerSecond, int seconds) implements LoadWork {}
}
