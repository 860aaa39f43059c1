package eventloop.zerocopy;

import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.http.Request;
import eventloop.http.Response;
import java.io.IOException;

/// Says that parts can be asked for: see [RangeHandler]. Any thread.
record RangesResponder(FileResponder next) implements FileResponder {
    @Override
    public Response respond(Request request, OpenFile file) throws IOException {
        return next.respond(request, file).with("Accept-Ranges", "bytes");
    }
}
