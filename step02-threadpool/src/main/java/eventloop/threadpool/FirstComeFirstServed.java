package eventloop.threadpool;

import java.util.LinkedList;
import java.util.Optional;
import java.util.Queue;

/// The queue at a counter.
///
/// @param <T> the tasks
public final class FirstComeFirstServed<T> implements TaskQueue<T> {
    /// A linked list: if there is no memory for one more task, the tasks in it stay. An `ArrayDeque` that cannot grow
    /// loses all of them (JDK 25).
    private final Queue<T> waiting = new LinkedList<>();

    @Override
    public void add(T task) {
        waiting.add(task);
    }

    @Override
    public Optional<T> next() {
        // Removed last: if no memory is left for the `Optional`, the task stays in the queue.
        var first = Optional.ofNullable(waiting.peek());
        waiting.poll();
        return first;
    }

    @Override
    public int length() {
        return waiting.size();
    }

    /// Nothing can be left out: that a client has gone is only seen when its turn has come.
    @Override
    public void shorten() {}
}
