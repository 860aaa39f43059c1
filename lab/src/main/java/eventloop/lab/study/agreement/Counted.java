package eventloop.lab.study.agreement;

/// What a load program says, beside what the server knows.
///
/// @param byServer how many answers the server has written
public record Counted(Reading reading, long byServer) {
    /// Whether both are the same, but for what was on the way when the program ended: a request a client.
    boolean agrees() {
        return Math.abs(byServer - reading.answered()) <= reading.clients();
    }
}
