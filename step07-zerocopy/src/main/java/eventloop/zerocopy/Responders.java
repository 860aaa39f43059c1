package eventloop.zerocopy;

import eventloop.files.FileResponder;

/// The ways in which this step makes a file into a response.
final class Responders {
    private Responders() {}

    /// Says that parts can be asked for: see [RangeHandler].
    static FileResponder withRanges(FileResponder responder) {
        return (request, file) -> responder.respond(request, file).with("Accept-Ranges", "bytes");
    }
}
