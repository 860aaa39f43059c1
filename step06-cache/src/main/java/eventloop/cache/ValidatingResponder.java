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
        try {
            return respond(request, file, versionOf(file));
        } catch (IOException | RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
    }

    private Response respond(Request request, OpenFile file, FileVersion version)
            throws IOException {
        // tag::known[]
        if (version.certain() && isKnownTo(request, version)) {
            file.close();
            return version.addValidatorsTo(Response.of(Status.NOT_MODIFIED));
        }
        var response = version.addValidatorsTo(next.respond(request, file));
        return response.withBody(new UnchangedBody(response.body(), file, version));
        // end::known[]
    }

    /// One that is being written may have grown since it was opened, and what is sent is as long as it was then: a
    /// part of it would go out as the whole.
    private static FileVersion versionOf(OpenFile file) throws IOException {
        var version = FileVersion.of(file);
        if (version.key().equals(file.key()) && version.size() != file.size()) {
            throw new IOException(file.name() + " has changed while it was opened");
        }
        return version;
    }

    private static boolean isKnownTo(Request request, FileVersion version) {
        var known = request.headers().value(ConditionalHandler.IF_NONE_MATCH);
        return known.equals(version.entityTag());
    }
}
