package eventloop.faults;

import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;

/// Stands between a connection and the handlers: what a handler throws before it has replied costs its own
/// request a 500 and nothing else. That may be anything: some languages of the JVM do not tell of what they throw. Any
/// thread.
public record FaultBarrier(Handler next) implements Handler {
    /// In place before anything goes wrong: it may be the memory that ends.
    private static final Response INTERNAL_ERROR = ErrorPage.internalError();

    @Override
    public void handle(Request request, Reply reply) {
        try {
            next.handle(request, reply);
        } catch (Throwable fault) {
            Log.failedOn(request, fault);
            reply.send(INTERNAL_ERROR);
        }
    }

    /// That it has not replied is a fault as well, and the log has to say so: the client is referred to it.
    @Override
    public Response answer(Request request) {
        try {
            return next.answer(request);
        } catch (Throwable fault) {
            Log.failedOn(request, fault);
            return INTERNAL_ERROR;
        }
    }
}
