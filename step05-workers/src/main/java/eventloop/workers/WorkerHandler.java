package eventloop.workers;

import eventloop.faults.Closing;
import eventloop.faults.FaultBarrier;
import eventloop.faults.Log;
import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import java.util.concurrent.RejectedExecutionException;

/// Has a helper run the handler behind it, because that may block, and replies when the helper is done. Loop
/// thread only, but for the handler behind it.
///
/// Handing over costs more than an answer from memory, so nothing is to come this way without need.
public final class WorkerHandler implements Handler {
    /// Made once: it is sent when there is no time for more.
    private static final Response ALL_BUSY =
            ErrorPage.unavailable("All helpers of this server are busy");

    private final WorkerPool workers;
    private final FaultBarrier next;

    /// @param next must answer before it returns, and runs on several threads at once
    public WorkerHandler(WorkerPool workers, Handler next) {
        this.workers = workers;
        this.next = new FaultBarrier(next);
    }

    // tag::handle[]
    @Override
    public void handle(Request request, Reply reply) {
        submit(new GuardedReply(request, reply));
    }

    private void submit(GuardedReply reply) {
        try {
            workers.submit(new AnswerJob(reply));
        } catch (RejectedExecutionException full) {
            reply.send(ALL_BUSY);
        }
    }

    // end::handle[]

    /// Finds the answer to one request.
    private final class AnswerJob implements Job<Response> {
        private final GuardedReply reply;

        private AnswerJob(GuardedReply reply) {
            this.reply = reply;
        }

        // tag::job[]
        @Override
        public Response run() {
            return next.answer(reply.request());
        }

        @Override
        public Reply.Client client() {
            return reply.client();
        }

        // tag::complete[]
        @Override
        public void complete(Outcome<Response> outcome) {
            switch (outcome) {
                case Outcome.Done(var response) -> reply.send(response);
                case Outcome.Failed(var cause) -> {
                    Log.failedOn(reply.request(), cause);
                    reply.send(ErrorPage.internalError());
                }
                case Outcome.Abandoned<Response> _ -> endOrBeginAnew();
            }
        }

        // end::complete[]
        // end::job[]

        @Override
        public void discard(Outcome<Response> outcome) {
            if (outcome instanceof Outcome.Done(var response)) {
                Closing.orLog(response.body(), "an answer nobody waits for");
            }
        }

        /// Several clients may wait for one answer, and another may have joined them since the last one left.
        private void endOrBeginAnew() {
            if (client() == Reply.Client.GONE) {
                reply.sendToNobody();
            } else {
                submit(reply);
            }
        }
    }
}
