package eventloop.workers;

import eventloop.faults.Closing;
import eventloop.faults.Log;
import eventloop.http.ErrorPage;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;

/// A reply that may be sent where no [eventloop.faults.FaultBarrier] stands behind the sender any more, as when the
/// answer comes after its handler has long returned. What the way back throws costs the request a 500, and the
/// connection does not wait for ever. Loop thread only.
public record GuardedReply(Request request, Reply reply) implements Reply {
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
