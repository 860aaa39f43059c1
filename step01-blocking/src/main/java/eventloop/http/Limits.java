package eventloop.http;

/// How much a client may ask the server to take in before it is refused.
///
/// @param requestLine longest request line in bytes; beyond it 414
/// @param head longest request line and headers together in bytes; beyond it 431
/// @param headers most header lines; beyond it 431
/// @param body longest request body in bytes, which is read and dropped; beyond it 413
public record Limits(int requestLine, int head, int headers, long body) {
    public static final Limits DEFAULT = new Limits(8 * 1024, 32 * 1024, 100, 1024 * 1024);
}
