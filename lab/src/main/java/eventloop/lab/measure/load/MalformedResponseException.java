package eventloop.lab.measure.load;

/// What the server sent is no response that this client understands.
final class MalformedResponseException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedResponseException(String reason) {
        super(reason);
    }
}
