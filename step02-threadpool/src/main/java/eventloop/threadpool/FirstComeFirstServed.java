package eventloop.threadpool;

import java.util.LinkedList;
import java.util.Optional;
import java.util.Queue;

/// The queue at a counter.
///
/// @param <T> the tasks
public final class FirstComeFirstServed<T> implements TaskQueue<T> {
    /// Linked: where there is no memory for one more, those that are there stay. An array that cannot grow forgets
    /// them all (`ArrayDeque` in JDK 25).
    private final Queue<T> waiting = new LinkedList<>();

    @Override
    public void add(T task) {
        waiting.add(task);
    }

    @Override
    public Optional<T> next() {
        // It is taken out last: where no memory is left for the answer, it stays.
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
