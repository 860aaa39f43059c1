package eventloop.zerocopy;

import static eventloop.cache.Validators.ENTITY_TAG;

import eventloop.faults.Closing;
import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.HeaderName;
import eventloop.http.Method;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;

/// Sends the part of a file that is asked for: 206 with it, or 416 if there is no such part (RFC 9110 §14).
/// Whether the body lies in memory or on the disk makes no difference. All other requests pass untouched. Any
/// thread.
public record RangeHandler(Handler next) implements Handler {
    private static final HeaderName IF_RANGE = HeaderName.keep("If-Range");
    private static final HeaderName RANGE = HeaderName.keep("Range");

    @Override
    public void handle(Request request, Reply reply) {
        // Ranges are defined for GET alone (RFC 9110 §14.2).
        if (request.method() == Method.GET && request.headers().has(RANGE)) {
            next.handle(request, reply.changing(response -> cut(request, response)));
        } else {
            next.handle(request, reply);
        }
    }

    // tag::cut[]
    private static Response cut(Request request, Response response) {
        if (response.status() != Status.OK || !isSameFile(request, response)) {
            return response;
        }
        var body = response.body();
        return switch (ByteRange.parse(request.headers().value(RANGE), body.length())) {
            case ByteRange.Part part ->
                    response.withStatus(Status.PARTIAL_CONTENT)
                            .with("Content-Range", part.contentRange(body.length()))
                            .withBody(new PartBody(body, part.first(), part.length()));
            case ByteRange.Unsatisfiable _ -> unsatisfiable(response);
            case ByteRange.Ignored _ -> response;
        };
    }

    // end::cut[]

    // tag::same[]
    /// A client that has one part asks for another with `If-Range`, naming the version it has: if the
    /// file is another one by now, it wants the whole (RFC 9110 §13.1.5). The comparison is strong, so a
    /// weak tag never matches, and a date neither: two versions of one second share it. Whoever was given a
    /// tag along with the date must name the tag.
    public static boolean isSameFile(Request request, Response response) {
        var validator = request.headers().value(IF_RANGE);
        return validator.isEmpty()
                || response.value(ENTITY_TAG).filter(validator::equals).isPresent();
    }

    // end::same[]

    /// What a client hears that asks for bytes which are not there; the response with the file is closed.
    public static Response unsatisfiable(Response response) {
        var page =
                ErrorPage.of(Status.RANGE_NOT_SATISFIABLE, "The file has no such part")
                        .with("Content-Range", "bytes */" + response.body().length());
        // Last: if anything before it throws, the caller closes the response, which must not be
        // closed by then.
        Closing.orLog(response.body(), "a file of which nothing is sent");
        return page;
    }
}
