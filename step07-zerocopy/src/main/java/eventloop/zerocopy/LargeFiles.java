package eventloop.zerocopy;

import eventloop.files.FileResponder;
import eventloop.files.MediaTypes;
import eventloop.server.Option;

/// How files that are too large for the cache are sent: `--large-files`.
enum LargeFiles {
    /// The operating system moves them: the way of this step.
    TRANSFER((request, file) -> MediaTypes.describe(file).withBody(new TransferBody(file))),

    /// They are written from a mapping: for comparison.
    MAPPED((request, file) -> MediaTypes.describe(file).withBody(new MappedBody(file)));

    static final String NAME = "--large-files";
    static final Option OPTION =
            Option.of(NAME, "KIND", "transfer", "how they are sent: transfer or mapped");

    private final FileResponder responder;

    LargeFiles(FileResponder responder) {
        this.responder = responder;
    }

    FileResponder responder() {
        return responder;
    }
}
