package eventloop.zerocopy;

import eventloop.files.FileResponder;
import eventloop.files.MediaTypes;

/// The ways in which this step makes a file into a response.
final class Responders {
    private Responders() {}

    /// Has the operating system send the file.
    static FileResponder transfer() {
        return (request, file) -> MediaTypes.describe(file).withBody(new TransferBody(file));
    }

    /// Says that parts can be asked for: see [RangeHandler].
    static FileResponder withRanges(FileResponder responder) {
        return (request, file) -> responder.respond(request, file).with("Accept-Ranges", "bytes");
    }
}
