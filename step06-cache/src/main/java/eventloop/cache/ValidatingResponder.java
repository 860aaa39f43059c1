package eventloop.cache;

import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import java.io.IOException;

/// Adds the validators of the file's version to what another responder answers, and sees to it that nobody gets
/// bytes of two versions that are read one after the other ([UnchangedBody]). Who has this very version already, as
/// the cache may, gets 304 and nothing is read.
///
/// Blocks for the disk; any thread.
public record ValidatingResponder(FileResponder next) implements FileResponder {
    @Override
    public Response respond(Request request, OpenFile file) throws IOException {
        FileVersion version;
        try {
            version = FileVersion.of(file);
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
        // tag::known[]
        if (version.certain() && isKnownTo(request, version)) {
            file.close();
            return version.describeIn(Response.of(Status.NOT_MODIFIED));
        }
        var response = version.describeIn(next.respond(request, file));
        return response.withBody(new UnchangedBody(response.body(), file, version));
        // end::known[]
    }

    private static boolean isKnownTo(Request request, FileVersion version) {
        var known = request.headers().value(ConditionalHandler.IF_NONE_MATCH);
        return known.equals(version.entityTag());
    }
}
