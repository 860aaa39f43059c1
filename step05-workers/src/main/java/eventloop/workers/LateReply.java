package eventloop.workers;

import eventloop.faults.Closing;
import eventloop.faults.Log;
import eventloop.http.ErrorPage;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;

/// Where an answer goes that comes when its handler has long returned. Nobody stands behind the handler any more to
/// catch what the way back throws, so this does: it costs the request a 500, and the connection does not wait for
/// ever. Loop thread only.
public record LateReply(Request request, Reply reply) implements Reply {
    /// Made once: thousands may leave together.
    private static final Response NOBODY_WAITS =
            ErrorPage.unavailable("Nobody has waited for this answer");

    @Override
    public void send(Response response) {
        try {
            reply.send(response);
        } catch (Throwable fault) {
            Log.failedOn(request, fault);
            Closing.orLog(response.body(), "the body of an answer that failed");
            reply.send(ErrorPage.internalError());
        }
    }

    /// Ends a request whose client has gone: what is kept for its answer is given back.
    public void sendToNobody() {
        send(NOBODY_WAITS);
    }

    @Override
    public Client client() {
        return reply.client();
    }
}
