package eventloop.threadpool;

import eventloop.server.Log;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A fixed number of threads that take tasks from a queue of fixed length, first come first served.
/// However much is asked of it, it holds so many threads and so many tasks and no more: what is beyond is
/// refused at once. (A queue without a bound only hides that work comes faster than it is done, until
/// memory runs out.)
///
/// ```
///   execute ──►│ t t t t t t │──► thread 1
///      │          waiting     ├──► thread 2
///      ▼ full: refused        └──► …
/// ```
///
/// Any thread may call; a task that throws costs itself only.
public final class ThreadPool implements Executor, AutoCloseable {
    private static final Runnable END = () -> {};

    private final int capacity;
    private final ThreadFactory factory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private int idleThreads;
    private boolean closed;

    /// How many tasks wait that no idle thread is about to take. Written under the lock; read without.
    private volatile int backlog;

    /// @param name of the threads, before their number
    /// @param size how many threads, from start to end
    /// @param capacity how many tasks may wait beside those that run
    public ThreadPool(String name, int size, int capacity) {
        this.capacity = capacity;
        this.factory = Thread.ofPlatform().name(name + "-", 0).daemon().factory();
        for (int i = 0; i < size; i++) {
            factory.newThread(this::work).start();
        }
    }

    /// Has a thread run the task, now or when one is free. Never waits.
    ///
    /// @throws RejectedExecutionException if all threads are busy and the queue is full, or the pool is
    ///     closed
    // tag::execute[]
    @Override
    public void execute(Runnable task) {
        lock.lock();
        try {
            if (closed || waiting.size() - idleThreads >= capacity) {
                throw new RejectedExecutionException("all threads are busy and the queue is full");
            }
            waiting.add(task);
            backlog = waiting.size() - idleThreads;
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    // end::execute[]

    /// How many tasks wait for a thread, at about this moment.
    public int backlog() {
        return Math.max(0, backlog);
    }

    /// Takes no more tasks. Those that have been taken are run; then the threads end.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            notEmpty.signalAll();
        } finally {
            lock.unlock();
        }
    }

    // tag::work[]
    private void work() {
        try {
            for (var task = take(); task != END; task = take()) {
                task.run();
            }
        } catch (InterruptedException end) {
            // Only a task can have interrupted its own thread, and it has no business with the next
            // one.
            replaceThread();
        } catch (Throwable fault) {
            Log.problem("a task of " + Thread.currentThread().getName() + " failed", fault);
            replaceThread();
        }
    }

    /// The next task; waits until there is one. [#END] once the pool is closed and all tasks are taken.
    private Runnable take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                if (closed) {
                    return END;
                }
                idleThreads++;
                try {
                    notEmpty.await();
                } finally {
                    idleThreads--;
                }
            }
            var task = waiting.remove();
            backlog = waiting.size() - idleThreads;
            return task;
        } finally {
            lock.unlock();
        }
    }

    // end::work[]

    /// A thread whose task threw is not trusted any more: a fresh one takes its place.
    private void replaceThread() {
        factory.newThread(this::work).start();
    }
}
