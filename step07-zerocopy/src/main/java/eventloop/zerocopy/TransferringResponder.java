package eventloop.zerocopy;

import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.workers.FetchingResponder;
import java.io.IOException;

/// Has large files sent past this program, and leaves the others to the helpers. Runs on helpers.
///
/// @param fetching has helpers fetch what blocks
/// @param limit in bytes: files of this size and above are large
/// @param way in which they are sent
record TransferringResponder(FetchingResponder fetching, long limit, SendingWay way)
        implements FileResponder {
    // tag::respond[]
    @Override
    public Response respond(Request request, OpenFile file) throws IOException {
        if (file.size() < limit) {
            return fetching.respond(request, file);
        }
        var response = fetching.next().respond(request, file);
        if (response.status() != Status.OK) {
            return response;
        }
        boolean systemTells = PageCache.tellsOf(file);
        var fetched = fetching.inPieces(request, response.body());
        // Where nobody tells what is in memory, helpers fetch all of it.
        return response.withBody(
                systemTells ? new LargeFileBody(fetched, file, way.bodyOf(file)) : fetched);
    }
    // end::respond[]
}
