package eventloop.workers;

import eventloop.threadpool.ThreadPool;
import java.io.Closeable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// The helpers: a few threads that do what the event loop must not, because it may block.
///
/// ```
///   event loop ── submit ──► │ job job job │ ──► helper
///       ▲                                          │ works, perhaps waits
///       └───── completion event ◄── outcome ───────┘
/// ```
public final class WorkerPool implements Closeable {
    private final ThreadPool helpers;
    private final Executor loop;

    /// @param size how many helpers; more than the disk can serve at once only wait together
    /// @param capacity how many jobs may wait for a helper
    /// @param loop runs what is to be done on the event loop
    public WorkerPool(int size, int capacity, Executor loop) {
        this.helpers = new ThreadPool("helper", size, capacity);
        this.loop = loop;
    }

    /// Has a helper do a job. Whatever becomes of it, `completion` is told on the loop thread, once. Any
    /// thread; never waits.
    ///
    /// @throws RejectedExecutionException if all helpers are busy and the queue is full
    // tag::submit[]
    public <T> void submit(Job<T> job, Consumer<Outcome<T>> completion) {
        helpers.execute(() -> {
            var outcome = run(job);
            loop.execute(() -> completion.accept(outcome));
        });
    }

    private static <T> Outcome<T> run(Job<T> job) {
        try {
            return new Outcome.Done<>(job.run());
        } catch (Throwable cause) {
            return new Outcome.Failed<>(cause);
        }
    }

    // end::submit[]

    /// Takes no more jobs; those taken are done.
    @Override
    public void close() {
        helpers.close();
    }
}
