package eventloop.lab.show.report;

/// A file that was to be shown is not there, or is no result. The message is one line that names it.
public final class UnreadableResultException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableResultException(String message) {
        super(message);
    }
}
