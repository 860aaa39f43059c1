package eventloop.http;

/// What becomes of the connection after a response, and how the client is told (RFC 9112 §9.3, §9.6).
public enum Persistence {
    /// HTTP/1.1: silence means the connection stays.
    KEPT(""),
    /// HTTP/1.0: the client asked for it and must be told that it was heard.
    KEPT_AND_SAID("Connection: keep-alive\r\n"),
    CLOSED("Connection: close\r\n");

    private final byte[] line;

    Persistence(String line) {
        this.line = Bytes.of(line);
    }

    /// What becomes of the connection after the response to this request.
    ///
    /// @param serverAgrees false if the server closes whatever the client wishes
    public static Persistence after(Request request, boolean serverAgrees) {
        if (!serverAgrees || !request.wantsKeepAlive()) {
            return CLOSED;
        }
        return request.version() == Version.HTTP_1_1 ? KEPT : KEPT_AND_SAID;
    }

    byte[] line() {
        return line;
    }
}
