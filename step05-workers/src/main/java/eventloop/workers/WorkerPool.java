package eventloop.workers;

import eventloop.threadpool.ThreadPool;
import java.io.Closeable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// The helpers: a few threads that do what the event loop must not, because it may block.
///
/// ```
///   event loop ── submit ──► │ job job job │ ──► helper
///       ▲                                          │ works, perhaps waits
///       └───── completion event ◄── outcome ───────┘
/// ```
///
/// To wake a thread costs a system call, and on a busy core the loop has to make room for it at once. So the
/// loop first sees to all that has come in, and then wakes the helpers for all jobs of that turn together.
public final class WorkerPool implements Closeable {
    /// Outcomes that may wait for the loop; each may hold a piece of a file.
    static final int MOST_UNDELIVERED = 64;

    private final ThreadPool<SubmittedJob<?>> helpers;
    private final Executor loop;
    private final Semaphore undelivered = new Semaphore(MOST_UNDELIVERED);
    private final AtomicBoolean wakingIsDue = new AtomicBoolean();
    private final Runnable waking = this::wakeHelpers;

    private WorkerPool(ThreadPool<SubmittedJob<?>> helpers, Executor loop) {
        this.helpers = helpers;
        this.loop = loop;
    }

    /// Helpers that wait for jobs.
    ///
    /// @param size how many helpers; more than the disk can serve at once only wait together
    /// @param capacity how many jobs may wait for a helper
    /// @param loop runs what is to be done on the event loop
    /// @throws OutOfMemoryError if the operating system gives fewer threads
    public static WorkerPool start(int size, int capacity, Executor loop) {
        return new WorkerPool(ThreadPool.start("helper", size, capacity, new JobQueue()), loop);
    }

    /// Has a helper do a job, and the loop hear of what became of it. Any thread; never waits.
    ///
    /// @throws RejectedExecutionException if all helpers are busy and the queue is full; or the loop has ended, and
    ///     then a helper may do the job all the same, but nobody hears of it
    // tag::submit[]
    public void submit(Job<?> job) {
        helpers.put(new SubmittedJob<>(job, helpers, loop, undelivered));
        if (wakingIsDue.compareAndSet(false, true)) {
            wakeLater();
        }
    }

    private void wakeLater() {
        try {
            loop.execute(waking);
        } catch (OutOfMemoryError noRoomForAnEvent) {
            wakeHelpers();
        }
    }

    private void wakeHelpers() {
        // First this: a job that comes from now on asks to be seen to anew.
        wakingIsDue.set(false);
        helpers.wake();
    }

    // end::submit[]

    /// Takes no more jobs; those taken are done. Any thread.
    @Override
    public void close() {
        helpers.close();
    }
}
