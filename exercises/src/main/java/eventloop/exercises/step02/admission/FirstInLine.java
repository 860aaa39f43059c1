package eventloop.exercises.step02.admission;

import eventloop.threadpool.Line;
import java.util.ArrayDeque;
import java.util.Optional;

/// First come, first served.
///
/// @param <T> the tasks
final class FirstInLine<T> implements Line<T> {
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

    @Override
    public void shorten() {}
}
