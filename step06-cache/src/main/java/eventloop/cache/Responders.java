package eventloop.cache;

import eventloop.files.FileResponder;
import eventloop.files.MediaTypes;
import eventloop.http.BytesBody;

/// The ways in which this step makes a file into a response.
public final class Responders {
    private Responders() {}

    /// Reads the whole file into memory.
    public static FileResponder wholeFile() {
        return (request, file) -> {
            try (file) {
                var bytes = file.read(0, (int) file.size());
                return MediaTypes.describe(file).withBody(new BytesBody(bytes));
            }
        };
    }

    /// Adds the validators by which a client's copy is recognised later: see [ConditionalHandler].
    public static FileResponder withValidators(FileResponder responder) {
        return (request, file) -> {
            var version = FileVersion.of(file);
            return version.describeIn(responder.respond(request, file));
        };
    }
}
