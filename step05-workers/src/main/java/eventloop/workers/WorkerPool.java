package eventloop.workers;

import eventloop.threadpool.ThreadPool;
import java.io.Closeable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/// The helpers: a few threads that do what the event loop must not, because it may block.
///
/// ```
///   event loop ── submit ──► │ job job job │ ──► helper
///       ▲                                          │ works, perhaps waits
///       └───── completion event ◄── outcome ───────┘
/// ```
public final class WorkerPool implements Closeable {
    /// Outcomes that may wait for the loop; each may hold a piece of a file.
    private static final int MOST_UNDELIVERED = 64;

    private final ThreadPool<SubmittedJob<?>> helpers;
    private final Executor loop;
    private final Semaphore undelivered = new Semaphore(MOST_UNDELIVERED);

    /// @param size how many helpers; more than the disk can serve at once only wait together
    /// @param capacity how many jobs may wait for a helper
    /// @param loop runs what is to be done on the event loop
    public WorkerPool(int size, int capacity, Executor loop) {
        this.helpers = new ThreadPool<>("helper", size, capacity, new JobLine());
        this.loop = loop;
    }

    /// Has a helper do a job, and the loop hear of what became of it. Any thread; never waits.
    ///
    /// @throws RejectedExecutionException if all helpers are busy and the line is full
    // tag::submit[]
    public void submit(Job<?> job) {
        helpers.execute(new SubmittedJob<>(job, loop, undelivered));
    }

    // end::submit[]

    /// Takes no more jobs; those taken are done.
    @Override
    public void close() {
        helpers.close();
    }
}
