package eventloop.http;

import java.util.function.BiConsumer;

/// Stands between a connection and the handlers: what a handler throws before it has replied costs its own
/// request a 500 and nothing else.
///
/// @param report told of the request and of what was thrown
public record FaultBarrier(Handler next, BiConsumer<Request, Throwable> report) implements Handler {
    private static final Response INTERNAL_ERROR =
            ErrorPage.of(
                    Status.INTERNAL_SERVER_ERROR,
                    "The server failed to answer; the log has the reason");

    @Override
    public void handle(Request request, Reply reply) {
        try {
            next.handle(request, reply);
        } catch (RuntimeException | Error fault) {
            report.accept(request, fault);
            reply.send(internalError());
        }
    }

    /// The answer to a request whose handler failed.
    public static Response internalError() {
        return INTERNAL_ERROR;
    }
}
