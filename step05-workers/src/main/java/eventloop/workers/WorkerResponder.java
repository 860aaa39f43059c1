package eventloop.workers;

import eventloop.files.FileResponder;
import eventloop.files.MediaTypes;
import eventloop.files.OpenFile;
import eventloop.http.BytesBody;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.selector.Timeouts;
import java.io.IOException;

/// Reads a file for the event loop: a small one whole, of a large one the beginning. Runs on helpers.
///
/// @param timeouts of the event loop
public record WorkerResponder(WorkerPool workers, Timeouts timeouts) implements FileResponder {
    @Override
    public Response respond(Request request, OpenFile file) throws IOException {
        var description = MediaTypes.describe(file);
        if (request.isHead()) {
            return description.withBody(new FetchedBody(file, new byte[0], workers, timeouts));
        }
        try {
            var beginning = file.read(0, (int) Math.min(file.size(), FetchedBody.PIECE));
            if (beginning.length == file.size()) {
                file.close();
                return description.withBody(new BytesBody(beginning));
            }
            return description.withBody(new FetchedBody(file, beginning, workers, timeouts));
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
    }
}
