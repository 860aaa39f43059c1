package eventloop.server;

/// The user asked for something that cannot be. The message is the one line they get to see.
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
