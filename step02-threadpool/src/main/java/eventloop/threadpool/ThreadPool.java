package eventloop.threadpool;

import eventloop.faults.Log;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A fixed number of threads that take tasks from a queue of bounded length. However much is asked of it, it
/// holds so many threads and so many tasks and no more: what is beyond is refused at once. (A queue without a
/// bound only hides that work comes faster than it is done, until memory runs out.)
///
/// ```
///   execute ──►│ t t t t t t │──► thread 1
///      │            queue     ├──► thread 2
///      ▼ full: refused        └──► …
/// ```
///
/// Any thread may call; a task that throws costs itself only. [#put], [#wake] and [#countAsIdle] are for step 5, whose
/// loop hands over many tasks at once and hears of their ends.
///
/// @param <T> the tasks
public final class ThreadPool<T extends Runnable> implements AutoCloseable {
    private final int size;
    private final int capacity;
    private final TaskQueue<T> queue;

    /// Guards the queue, `busy` and `closed`.
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition notEmpty = lock.newCondition();

    /// The threads that do not wait for a task.
    private final Set<Thread> busy = new HashSet<>();

    private boolean closed;

    /// Written under the lock, read by anybody.
    private volatile int waiting;

    private ThreadPool(int size, int capacity, TaskQueue<T> queue) {
        this.size = size;
        this.capacity = capacity;
        this.queue = queue;
    }

    /// A pool whose threads wait for tasks.
    ///
    /// @param name of the threads, before their number
    /// @param size how many threads, from start to end
    /// @param capacity how many tasks may wait beside those that run
    /// @throws OutOfMemoryError if the operating system gives fewer threads; those that it gave end
    public static <T extends Runnable> ThreadPool<T> start(
            String name, int size, int capacity, TaskQueue<T> queue) {
        var pool = new ThreadPool<>(size, capacity, queue);
        try {
            pool.startThreads(name);
        } catch (OutOfMemoryError noMoreThreads) {
            pool.close();
            throw noMoreThreads;
        }
        return pool;
    }

    private void startThreads(String name) {
        var threads = Thread.ofPlatform().name(name + "-", 0).daemon();
        for (int i = 0; i < size; i++) {
            threads.start(this::keepWorking);
        }
    }

    /// Has a thread run the task, now or when one is free. Never waits.
    ///
    /// @throws RejectedExecutionException if all threads are busy and the queue is full, or the pool is
    ///     closed
    // tag::execute[]
    public void execute(T task) {
        lock.lock();
        try {
            enqueue(task);
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    // end::execute[]

    /// The caller holds the lock.
    // tag::enqueue[]
    // tag::refuse[]
    private void enqueue(T task) {
        if (closed) {
            throw new RejectedExecutionException("the pool is closed");
        }
        shortenIfFull();
        if (isFull()) {
            throw new RejectedExecutionException("all threads are busy and the queue is full");
        }
        queue.add(task);
        waiting = countWaiting();
    }

    // end::refuse[]

    private void shortenIfFull() {
        if (isFull()) {
            queue.shorten();
        }
    }

    /// A task for which a thread is idle does not count as one that waits.
    private boolean isFull() {
        return queue.length() >= idle() + capacity;
    }

    // end::enqueue[]

    private int idle() {
        return size - busy.size();
    }

    /// Puts a task into the queue and wakes nobody: whoever has several to hand over wakes the threads once, by
    /// [#wake]. A thread that is at work takes it when its own task is done.
    ///
    /// @throws RejectedExecutionException as [#execute] does
    public void put(T task) {
        lock.lock();
        try {
            enqueue(task);
        } finally {
            lock.unlock();
        }
    }

    /// Wakes as many threads as there are tasks in the queue.
    public void wake() {
        lock.lock();
        try {
            for (int tasks = queue.length(); tasks > 0 && lock.hasWaiters(notEmpty); tasks--) {
                notEmpty.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many tasks wait for a thread, at about this moment.
    public int waiting() {
        return waiting;
    }

    private int countWaiting() {
        return Math.max(0, queue.length() - idle());
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

    /// For a task that is done but for telling others so: its thread counts as idle from here on, and whoever
    /// hears of it finds room for another task. To be called by the thread of the task.
    public void countAsIdle() {
        lock.lock();
        try {
            busy.remove(Thread.currentThread());
            waiting = countWaiting();
        } finally {
            lock.unlock();
        }
    }

    /// Whatever goes wrong between two tasks, as where memory is short, the pool keeps its threads.
    private void keepWorking() {
        while (true) {
            try {
                work();
                return; // The pool is closed, and all tasks have been taken.
            } catch (Throwable fault) {
                Log.fault("a task could not be taken", fault);
            }
        }
    }

    // tag::work[]
    private void work() {
        var task = take();
        while (task.isPresent()) {
            run(task.get());
            task = take();
        }
    }

    // end::work[]

    /// The next task; waits until there is one. Empty once the pool is closed and all tasks are taken.
    // tag::take[]
    private Optional<T> take() {
        lock.lock();
        try {
            // First: if no memory is left for this, no task is taken yet, and none is lost.
            busy.add(Thread.currentThread());
            var task = queue.next();
            while (task.isEmpty() && !closed) {
                waitForTask();
                task = queue.next();
            }
            waiting = countWaiting();
            return task;
        } finally {
            lock.unlock();
        }
    }

    // end::take[]

    // tag::wait[]
    private void waitForTask() {
        busy.remove(Thread.currentThread());
        notEmpty.awaitUninterruptibly();
        busy.add(Thread.currentThread());
    }

    // end::wait[]

    private void run(T task) {
        try {
            task.run();
        } catch (Throwable fault) {
            Log.fault("a task failed", fault);
        } finally {
            // An interruption was meant for that task, and not for the next.
            Thread.interrupted();
        }
    }
}
