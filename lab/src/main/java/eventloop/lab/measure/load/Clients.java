package eventloop.lab.measure.load;

/// Those who ask, and whose answers are timed.
///
/// @param count how many there are, each with one connection at a time
/// @param depth how many requests a client sends before it waits for their answers: more than one is
///     pipelining (RFC 9112, section 9.3.2)
public record Clients(int count, Connections connections, int depth) {
    /// What becomes of a connection when its answer is there.
    public enum Connections {
        /// It is kept for the next request, as long as the server keeps it.
        KEPT,
        /// It is closed: every request has a connection of its own.
        ONE_A_REQUEST
    }

    public Clients {
        if (depth < 1 || depth > 1 && connections == Connections.ONE_A_REQUEST) {
            throw new IllegalArgumentException(
                    "%d requests at once on connections that are %s".formatted(depth, connections));
        }
    }

    /// Fewer or more of the same kind.
    Clients of(int number) {
        return new Clients(number, connections, depth);
    }

    /// Clients that keep their connections and ask for one thing after another.
    public static Clients keepAlive(int count) {
        return new Clients(count, Connections.KEPT, 1);
    }
}
