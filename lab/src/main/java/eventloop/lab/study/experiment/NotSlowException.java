package eventloop.lab.study.experiment;

import java.io.IOException;
import java.time.Duration;

/// Something was to be slow and was not, so nothing can be seen beside it.
public final class NotSlowException extends IOException {
    private static final long serialVersionUID = 1;

    NotSlowException(String path, Duration limit) {
        super(
                "%s came within %d ms: it is not slow. Slow its reading down when you start the server, with --slow-disk \"%s=2000\"; and what is in a cache is not read again"
                        .formatted(path, limit.toMillis(), name(path)));
    }

    private static String name(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? "index.html" : name;
    }
}
