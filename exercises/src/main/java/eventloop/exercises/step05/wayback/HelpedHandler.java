package eventloop.exercises.step05.wayback;

import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import java.util.concurrent.CompletableFuture;

/// Has a helper find the answer, and sends it when it is there.
record HelpedHandler(Helpers helpers, Handler next) implements Handler {
    @Override
    public void handle(Request request, Reply reply) {
        helpers.submit(
                () -> answer(request), reply::send, _ -> reply.send(ErrorPage.internalError()));
    }

    /// What the handler of files replies, which it does before it returns.
    private Response answer(Request request) {
        var answer = new CompletableFuture<Response>();
        next.handle(request, answer::complete);
        return answer.resultNow();
    }
}
