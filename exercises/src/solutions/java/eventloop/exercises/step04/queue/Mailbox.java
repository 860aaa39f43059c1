package eventloop.exercises.step04.queue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// First in, first out, for many producers and one consumer.
///
/// @param <T> what is put in
public final class Mailbox<T> {
    // tag::solution[]
    /// Refers to the node behind it, once there is one.
    private static final class Node<T> extends AtomicReference<Node<T>> {
        private final T value;

        private Node(T value) {
            this.value = value;
        }
    }

    private final AtomicReference<Node<T>> last;
    private Node<T> first = new Node<>(null);

    public Mailbox() {
        last = new AtomicReference<>(first);
    }

    // end::solution[]
    // > private final java.util.ArrayDeque<T> values = new java.util.ArrayDeque<>();

    /// Puts a value behind all others. Any thread; never waits.
    public void put(T value) {
        // tag::solution[]
        var node = new Node<>(value);
        last.getAndSet(node).set(node);
        // end::solution[]
        // > values.add(value);
    }

    /// Takes out the first value; empty if there is none. One thread only.
    public Optional<T> take() {
        // tag::solution[]
        var next = first.get();
        if (next == null) {
            return Optional.empty();
        }
        first = next;
        return Optional.of(next.value);
        // end::solution[]
        // > return Optional.ofNullable(values.poll());
    }
}
