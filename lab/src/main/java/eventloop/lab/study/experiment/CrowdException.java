package eventloop.lab.study.experiment;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketTimeoutException;

/// Fewer clients have come in than were to.
public final class CrowdException extends IOException {
    private static final long serialVersionUID = 1;

    CrowdException(int connected, int wanted, IOException cause) {
        super(
                "only %,d of %,d clients came in: %s".formatted(connected, wanted, why(cause)),
                cause);
    }

    private static String why(IOException cause) {
        return switch (cause) {
            case SocketTimeoutException _ ->
                    "the server has stopped accepting, or the system's queue before it is full";
            case BindException _ -> "this machine has no port left from which one could connect";
            default -> cause.getMessage();
        };
    }
}
