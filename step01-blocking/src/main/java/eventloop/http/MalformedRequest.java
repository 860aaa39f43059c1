package eventloop.http;

/// Thrown from the depth of the parser to its door, where it becomes an answer; it never leaves this
/// package. It carries no stack trace, because a client decides how often it is thrown.
final class MalformedRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Parsed.Refused answer;

    MalformedRequest(Status status, String reason) {
        super(reason, null, false, false);
        this.answer = new Parsed.Refused(status, reason);
    }

    MalformedRequest(String reason) {
        this(Status.BAD_REQUEST, reason);
    }

    Parsed.Refused answer() {
        return answer;
    }
}
