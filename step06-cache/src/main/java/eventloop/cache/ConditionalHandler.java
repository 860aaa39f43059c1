package eventloop.cache;

import eventloop.faults.Closing;
import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.HeaderName;
import eventloop.http.Headers;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import java.util.Map;
import java.util.WeakHashMap;

/// Spares clients what they have: a request with conditions gets 304 if the client's copy is still good,
/// and 412 if the file is not the one it meant (RFC 9110 §13). All other requests pass untouched. Loop thread
/// only.
public final class ConditionalHandler implements Handler {
    // Named here, and not in Preconditions: a handler is made before the first request comes,
    // and the parser keeps from the first on what has been named by then.
    static final HeaderName IF_MATCH = HeaderName.keep("If-Match");
    static final HeaderName IF_MODIFIED_SINCE = HeaderName.keep("If-Modified-Since");
    static final HeaderName IF_NONE_MATCH = HeaderName.keep("If-None-Match");
    static final HeaderName IF_UNMODIFIED_SINCE = HeaderName.keep("If-Unmodified-Since");

    private final Handler next;

    /// The 304 that stands for each response, for as long as somebody keeps that: the cache sends the same one
    /// again and again.
    private final Map<Response, Response> notModified = new WeakHashMap<>();

    public ConditionalHandler(Handler next) {
        this.next = next;
    }

    @Override
    public void handle(Request request, Reply reply) {
        if (hasConditions(request.headers())) {
            next.handle(request, reply.changing(response -> evaluate(request, response)));
        } else {
            next.handle(request, reply);
        }
    }

    private static boolean hasConditions(Headers headers) {
        return !headers.isEmpty()
                && (headers.has(IF_NONE_MATCH)
                        || headers.has(IF_MODIFIED_SINCE)
                        || headers.has(IF_MATCH)
                        || headers.has(IF_UNMODIFIED_SINCE));
    }

    // tag::evaluate[]
    /// Conditions are about the file, so they count only where it would be sent (RFC 9110 §13.2.1).
    private Response evaluate(Request request, Response response) {
        if (response.status() != Status.OK) {
            return response;
        }
        return switch (Preconditions.on(response).evaluate(request.headers())) {
            case NOT_MODIFIED -> inPlaceOf(response, notModified(response));
            case FAILED -> inPlaceOf(response, preconditionFailed());
            case SEND -> response;
        };
    }

    // end::evaluate[]

    private Response notModified(Response response) {
        return notModified.computeIfAbsent(response, ConditionalHandler::withoutContent);
    }

    /// Who has the content already needs the validators only (RFC 9110 §15.4.5).
    private static Response withoutContent(Response response) {
        return Validators.copy(response, Response.of(Status.NOT_MODIFIED));
    }

    private static Response preconditionFailed() {
        return ErrorPage.of(
                Status.PRECONDITION_FAILED, "The file is not the one that was asked for any more");
    }

    private static Response inPlaceOf(Response unsent, Response sent) {
        Closing.orLog(unsent.body(), "a file that need not be sent");
        return sent;
    }
}
