package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Path;

/// Maven could not build what was wanted. The message is one line for a person, and says where Maven has said why.
public final class FailedBuildException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param complaint the beginning of a sentence
    /// @param log what Maven has said
    public FailedBuildException(String complaint, Path log) {
        super("%s; Maven's output is in %s".formatted(complaint, log));
    }
}
