package eventloop.lab.measure.load;

import java.io.IOException;
import java.net.BindException;
import java.util.Optional;

/// The load has no port left to connect from, which is nothing that a server has done.
final class NoPortLeftException extends IOException {
    private static final long serialVersionUID = 1;

    /// The system's words for EADDRNOTAVAIL. Whoever connects by epoll gets them in an exception of
    /// a general kind.
    private static final String WORDS = "assign requested address";

    private NoPortLeftException(Throwable cause) {
        super(
                "the load has no port left to connect from, for those of earlier connections are not free again before a"
                        + " minute has passed: "
                        + cause.getMessage(),
                cause);
    }

    /// @param failed why a connection could not be made
    static Optional<NoPortLeftException> behind(Throwable failed) {
        boolean isOurs =
                failed instanceof BindException
                        || failed instanceof IOException
                                && String.valueOf(failed.getMessage()).contains(WORDS);
        return isOurs ? Optional.of(new NoPortLeftException(failed)) : Optional.empty();
    }
}
