package eventloop.lab.measure.result;

import java.io.IOException;
import java.nio.file.Path;

/// Results cannot be kept in a checkout that one may not write to.
public final class NoPlaceException extends IOException {
    private static final long serialVersionUID = 1;

    NoPlaceException(Path runs) {
        super(
                ("cannot write to %s, where results are kept: copy the course to a folder of your own,"
                                + " or, if root has worked in yours: sudo chown -R $(id -un) .")
                        .formatted(runs));
    }
}
