package eventloop.zerocopy;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.server.Option;

/// How the loop sends files that are too large for the cache: `--large-files`.
enum SendingWay {
    /// The operating system moves them: the way of this step.
    TRANSFER,
    /// They are written from a mapping: for comparison.
    MAPPED;

    static final Option OPTION =
            new Option(
                    "--large-files", "KIND", "transfer", "how they are sent: transfer or mapped");

    Body bodyOf(OpenFile file) {
        return switch (this) {
            case TRANSFER -> new TransferBody(file);
            case MAPPED -> new MappedBody(file);
        };
    }
}
