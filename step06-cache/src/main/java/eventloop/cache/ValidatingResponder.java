package eventloop.cache;

import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/// Adds the validators of the file's version to what another responder answers, and sees to it that nobody gets
/// bytes of two versions that are read one after the other ([UnchangedBody]). Who has this very version already, as
/// the cache may, gets 304 and nothing is read. A file that cannot be looked at is sent as in step 5, without all this.
///
/// Blocks for the disk; any thread.
public record ValidatingResponder(FileResponder next) implements FileResponder {
    @Override
    public Response respond(Request request, OpenFile file) throws IOException {
        try {
            var version = versionOf(file);
            return version.isPresent()
                    ? respond(request, file, version.get())
                    : next.respond(request, file);
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

    /// Empty where it cannot be looked at by its name: that has been taken away, or is longer than the operating system
    /// takes.
    private static Optional<FileVersion> versionOf(OpenFile file) throws IOException {
        try {
            var version = FileVersion.lookAt(file);
            checkThatAllIsSent(file, version);
            return Optional.of(version);
        } catch (FileSystemException nameless) {
            return Optional.empty();
        }
    }

    /// One that is being written may have grown since it was opened, and what is sent is as long as it was then: a
    /// part of it would go out as the whole.
    private static void checkThatAllIsSent(OpenFile file, FileVersion version) throws IOException {
        if (version.fileKey().equals(file.fileKey()) && version.size() != file.size()) {
            throw new IOException(file.name() + " has changed while it was opened");
        }
    }

    private static boolean isKnownTo(Request request, FileVersion version) {
        var known = request.headers().value(ConditionalHandler.IF_NONE_MATCH);
        return known.equals(version.entityTag());
    }
}
