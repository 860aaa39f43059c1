package eventloop.files;

import eventloop.faults.Log;
import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.http.UrlPath;
import java.io.IOException;

/// Answers with the files below a root. Blocks for the disk; any thread.
public record FileHandler(DocumentRoot root, FileResponder responder) implements Handler {
    @Override
    public void handle(Request request, Reply reply) {
        reply.send(respond(request));
    }

    // tag::respond[]
    private Response respond(Request request) {
        try {
            return switch (root.find(request.path())) {
                case OpenFile file -> responder.respond(request, file);
                case Found.NoFile absence -> explain(absence, request.path());
            };
        } catch (IOException failure) {
            Log.problem("cannot read " + request.path().encoded(), failure);
            return ErrorPage.unavailable("The file cannot be read at this moment");
        }
    }

    // end::respond[]

    /// The answer where there is no file to send.
    private static Response explain(Found.NoFile absence, UrlPath asked) {
        return switch (absence) {
            case Found.SlashMissing _ ->
                    ErrorPage.of(Status.MOVED_PERMANENTLY, "That directory has a / at its end")
                            .with("Location", asked.asDirectory().encoded());
            case Found.Nothing _ ->
                    ErrorPage.of(Status.NOT_FOUND, "There is no such file on this server");
            case Found.NoRoot _ ->
                    ErrorPage.unavailable(
                            "The directory that this server serves is not there at this moment");
            case Found.Forbidden(var reason) -> ErrorPage.of(Status.FORBIDDEN, reason);
        };
    }
}
