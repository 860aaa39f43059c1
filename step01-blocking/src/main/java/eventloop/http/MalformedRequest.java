package eventloop.http;

/// Thrown from the depth of the parser to its door, where it becomes an answer; it never leaves this
/// package. It carries no stack trace, because a client decides how often it is thrown.
final class MalformedRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Parsed.Refused answer;

    private MalformedRequest(Parsed.Refused answer) {
        super(answer.reason(), null, false, false);
        this.answer = answer;
    }

    MalformedRequest(Status status, String reason) {
        this(new Parsed.Refused(status, reason, Method.UNKNOWN));
    }

    MalformedRequest(String reason) {
        this(Status.BAD_REQUEST, reason);
    }

    /// The same, of a request with this method: the answer to HEAD may have no body, whatever it says
    /// (RFC 9110 §9.3.2).
    MalformedRequest inRequest(Method method) {
        return new MalformedRequest(new Parsed.Refused(answer.status(), answer.reason(), method));
    }

    Parsed.Refused answer() {
        return answer;
    }
}
