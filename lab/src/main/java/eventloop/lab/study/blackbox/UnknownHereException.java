package eventloop.lab.study.blackbox;

/// It cannot be found out here whether a promise is kept.
public final class UnknownHereException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param why, and what would help
    UnknownHereException(String why) {
        super(why);
    }
}
