package eventloop.exercises.step04.queue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// First in, first out, for many producers and one consumer.
///
/// @param <T> what is put in
public final class Mailbox<T> {
    private final java.util.ArrayDeque<T> values = new java.util.ArrayDeque<>();

    /// Puts a value behind all others. Any thread; never waits.
    public void put(T value) {
        values.add(value);
    }

    /// Takes out the first value; empty if there is none. One thread only.
    public Optional<T> take() {
        return Optional.ofNullable(values.poll());
    }
}
