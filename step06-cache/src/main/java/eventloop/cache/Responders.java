package eventloop.cache;

import eventloop.files.FileResponder;
import eventloop.files.MediaTypes;
import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.http.BytesBody;
import java.io.IOException;

/// The ways in which this step makes a file into a response.
public final class Responders {
    /// In bytes: from this size on, a second buffer in the write costs less than a copy into the first.
    private static final long DIRECT_FROM = 16 * 1024;

    private Responders() {}

    /// Reads the whole file into memory.
    public static FileResponder wholeFile() {
        return (request, file) -> {
            try (file) {
                return MediaTypes.describe(file).withBody(inMemory(file));
            }
        };
    }

    private static Body inMemory(OpenFile file) throws IOException {
        return file.size() < DIRECT_FROM
                ? new BytesBody(file.read(0, (int) file.size()))
                : DirectBody.read(file);
    }

    /// Adds the validators by which a client's copy is recognised later: see [ConditionalHandler].
    public static FileResponder withValidators(FileResponder responder) {
        return (request, file) -> {
            var version = FileVersion.of(file);
            return version.describeIn(responder.respond(request, file));
        };
    }
}
