package eventloop.threadpool;

import eventloop.server.Log;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
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

    private final int size;
    private final int capacity;
    private final ThreadFactory factory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean closed;

    /// Tasks that have been taken on and are not done: those that run and those that wait.
    private final AtomicInteger unfinished = new AtomicInteger();

    /// @param name of the threads, before their number
    /// @param size how many threads, from start to end
    /// @param capacity how many tasks may wait beside those that run
    public ThreadPool(String name, int size, int capacity) {
        this.size = size;
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
        if (unfinished.incrementAndGet() > size + capacity || !enqueue(task)) {
            unfinished.decrementAndGet();
            throw new RejectedExecutionException("all threads are busy and the queue is full");
        }
    }

    private boolean enqueue(Runnable task) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            waiting.add(task);
            notEmpty.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    // end::execute[]

    /// How many tasks wait for a thread, at about this moment.
    public int backlog() {
        return Math.max(0, unfinished.get() - size);
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
        for (var task = take(); task != END; task = take()) {
            if (!run(task)) {
                factory.newThread(this::work).start();
                return;
            }
        }
    }

    /// The next task; waits until there is one. [#END] once the pool is closed and all tasks are taken.
    private Runnable take() {
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                if (closed) {
                    return END;
                }
                notEmpty.awaitUninterruptibly();
            }
            return waiting.remove();
        } finally {
            lock.unlock();
        }
    }

    // end::work[]

    /// @return whether the thread can be used again: one whose task threw is not trusted any more
    private boolean run(Runnable task) {
        try {
            task.run();
            return true;
        } catch (Throwable fault) {
            Log.problem("a task of " + Thread.currentThread().getName() + " failed", fault);
            return false;
        } finally {
            unfinished.decrementAndGet();
            // An interruption was meant for that task, and not for the next.
            Thread.interrupted();
        }
    }
}
