package eventloop.exercises.step05.wayback;

import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;

/// Has a helper find the answer, and sends it when it is there.
record HelpedHandler(Helpers helpers, Handler next) implements Handler {
    @Override
    public void handle(Request request, Reply reply) {
        helpers.submit(
                () -> next.answer(request),
                reply::send,
                _ -> reply.send(ErrorPage.internalError()));
    }
}
