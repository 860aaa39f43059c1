package eventloop.files;

import eventloop.http.Request;
import eventloop.http.Response;
import java.io.IOException;

/// Makes an open file into the response that sends it. The steps differ here in how the bytes travel. May block for the
/// disk; any thread, several at once.
@FunctionalInterface
public interface FileResponder {
    /// Owns `file` from here on: it is closed with the response's body, or before returning or throwing.
    ///
    /// @throws IOException if the file cannot be read: answered with 503
    Response respond(Request request, OpenFile file) throws IOException;

    /// Reads the file piece by piece while it is sent, on the thread that sends it.
    FileResponder READ_WHILE_SENDING =
            (request, file) -> MediaTypes.describe(file).withBody(new FileBody(file));
}
