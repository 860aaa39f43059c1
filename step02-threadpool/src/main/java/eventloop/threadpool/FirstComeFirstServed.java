package eventloop.threadpool;

import java.util.ArrayDeque;
import java.util.Optional;

/// The queue at a counter.
///
/// @param <T> the tasks
public final class FirstComeFirstServed<T> implements TaskQueue<T> {
    private final ArrayDeque<T> waiting = new ArrayDeque<>();

    @Override
    public void add(T task) {
        waiting.add(task);
    }

    @Override
    public Optional<T> next() {
        return Optional.ofNullable(waiting.poll());
    }

    @Override
    public int length() {
        return waiting.size();
    }

    /// All of them are meant: a client who has left the queue is only met when its turn comes.
    @Override
    public void shorten() {}
}
