package eventloop.lab.cli;

import java.io.IOException;

/// Another command of the course measures on this machine.
final class AlreadyMeasuringException extends IOException {
    private static final long serialVersionUID = 1;

    AlreadyMeasuringException() {
        super(
                "another ./course measures on this machine now, and two would measure each other: wait for it");
    }
}
