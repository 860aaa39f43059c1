package eventloop.workers;

import eventloop.http.ErrorPage;
import eventloop.http.FaultBarrier;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.server.Log;
import java.util.concurrent.RejectedExecutionException;

/// Has a helper run the handler behind it for every request that may block, and replies when the helper
/// is done. Loop thread only; the handler behind it must answer before it returns, and runs on several
/// threads at once.
public record WorkerHandler(WorkerPool workers, Handler next) implements Handler {
    @Override
    public void handle(Request request, Reply reply) {
        switch (JobKind.of(request)) {
            case SHORT -> next.handle(request, reply);
            case BLOCKING -> delegate(request, reply);
        }
    }

    // tag::delegate[]
    private void delegate(Request request, Reply reply) {
        var late = new LateReply(request, reply);
        try {
            workers.submit(
                    () -> next.answer(request), outcome -> late.send(response(request, outcome)));
        } catch (RejectedExecutionException full) {
            reply.send(ErrorPage.unavailable("All helpers of this server are busy"));
        }
    }

    // end::delegate[]

    private static Response response(Request request, Outcome<Response> outcome) {
        return switch (outcome) {
            case Outcome.Done(var response) -> response;
            case Outcome.Failed(var cause) -> {
                Log.problem("failed on " + request.path().encoded(), cause);
                yield FaultBarrier.internalError();
            }
        };
    }
}
