package eventloop.threadpool;

import java.util.Optional;

/// Tasks that wait for a thread, and the order in which they get one. A pool uses its queue under a lock: one
/// thread at a time, whichever it is.
///
/// @param <T> the tasks
public interface TaskQueue<T> {
    void add(T task);

    /// Takes out the task whose turn it is; empty if none waits.
    Optional<T> next();

    int length();

    /// Leaves out what need not be done any more, if there is such a thing (step 5 has it). Called when the queue is
    /// full.
    void shorten();
}
