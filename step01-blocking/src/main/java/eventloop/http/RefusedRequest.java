package eventloop.http;

/// A [Parsed.Refused], thrown from the depth of the parser to its door; it never leaves this package. It
/// carries no stack trace, because a client decides how often it is thrown.
final class RefusedRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Parsed.Refused refused;

    private RefusedRequest(Parsed.Refused refused) {
        super(refused.reason(), null, false, false);
        this.refused = refused;
    }

    RefusedRequest(Status status, String reason) {
        this(new Parsed.Refused(status, reason, Method.UNKNOWN));
    }

    RefusedRequest(String reason) {
        this(Status.BAD_REQUEST, reason);
    }

    /// The same, of a request with this method: the answer to HEAD may have no body, whatever it says
    /// (RFC 9110 §9.3.2).
    RefusedRequest inRequest(Method method) {
        return new RefusedRequest(new Parsed.Refused(refused.status(), refused.reason(), method));
    }

    Parsed.Refused refused() {
        return refused;
    }
}
