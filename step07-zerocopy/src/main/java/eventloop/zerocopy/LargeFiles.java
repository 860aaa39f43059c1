package eventloop.zerocopy;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.server.Option;
import java.util.function.Function;

/// How files that are too large for the cache are sent: `--large-files`.
enum LargeFiles {
    /// The operating system moves them: the way of this step.
    TRANSFER(TransferBody::new),
    /// They are written from a mapping: for comparison.
    MAPPED(MappedBody::new);

    static final Option OPTION =
            new Option(
                    "--large-files", "KIND", "transfer", "how they are sent: transfer or mapped");

    private final Function<OpenFile, Body> way;

    LargeFiles(Function<OpenFile, Body> way) {
        this.way = way;
    }

    Body bodyOf(OpenFile file) {
        return way.apply(file);
    }
}
