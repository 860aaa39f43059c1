package eventloop.zerocopy;

import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.http.Request;
import eventloop.http.Response;
import java.io.IOException;

/// Says that parts can be asked for. It is said here, and not by the [RangeHandler] that cuts them: so the cache keeps
/// it with the response, and a hit makes no response anew. Any thread.
record RangesResponder(FileResponder next) implements FileResponder {
    @Override
    public Response respond(Request request, OpenFile file) throws IOException {
        return next.respond(request, file).with("Accept-Ranges", "bytes");
    }
}
