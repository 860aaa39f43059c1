package eventloop.lab.measure.server;

/// A server did not start, or does not answer as it should. The message is one line for a person.
public final class ServerFailure extends Exception {
    private static final long serialVersionUID = 1;

    public ServerFailure(String message) {
        super(message);
    }
}
