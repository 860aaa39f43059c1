package eventloop.faults;

import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import java.util.concurrent.atomic.AtomicReference;

/// Stands between a connection and the handlers: what a handler throws before it has replied costs its own
/// request a 500 and nothing else. It catches whatever can be thrown: Kotlin and Scala, for instance, throw checked
/// exceptions without declaring them. Any thread.
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

    /// The answer of a handler that replies before it returns. One that does not is at fault too, and that is logged:
    /// the page it gets refers its reader to the log. If a handler replies twice, or throws after its reply, the first
    /// reply is the answer.
    public Response answer(Request request) {
        var first = new AtomicReference<Response>();
        handle(
                request,
                response -> {
                    if (!first.compareAndSet(null, response)) {
                        Closing.orLog(response.body(), "a response nobody waits for");
                    }
                });
        if (first.compareAndSet(null, INTERNAL_ERROR)) {
            Log.failedOn(request, new IllegalStateException("its handler has not replied"));
        }
        return first.get();
    }
}
