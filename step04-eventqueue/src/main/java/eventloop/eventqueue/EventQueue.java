package eventloop.eventqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// First in, first out, for many producers and one consumer, without a lock until it is closed.
///
/// A producer makes its own node the `last` one, in one atomic step, and then links the node that was last before to
/// it. Between the two steps the chain has a gap. A consumer that comes to it waits for the link, and not for long:
/// between the two steps the producer does nothing that could wait. (The algorithm is Dmitry Vyukov's, "Non-intrusive
/// MPSC node-based queue", 2008.)
///
/// ```
///   lastTaken ─► [taken] ─► [event] ─► [event] ─► … [event] ◄─ last
///                consumer                                    producers
/// ```
///
/// The queue also knows whether its consumer sleeps. The consumer says that it is about to, and looks at
/// the queue once more; a producer puts its event in, and looks whether the consumer sleeps. Whichever
/// comes second sees what the other did, so no event is slept through; and only the first producer after
/// that has to wake the consumer, so it is woken once.
public final class EventQueue {
    /// An event, and the reference to the node behind it, once there is one. It *is* that reference, and does not have
    /// one, so that an event in the queue costs one object more and not two.
    @SuppressWarnings("serial")
    private static final class Node extends AtomicReference<Node> {
        private Event event;

        private Node(Event event) {
            this.event = event;
        }
    }

    /// What a node holds once its event has been taken out: the node stays until the next one is taken, and must not
    /// keep its event alive so long.
    private static final Event TAKEN = new Event.Completion(() -> {});

    private final AtomicReference<Node> last;
    private final AtomicBoolean asleep = new AtomicBoolean();
    private volatile boolean closed;

    /// The node whose event was taken out last, or the one that was there at the beginning: the next event hangs behind
    /// it. Only the consumer changes it, and once the queue is closed nobody does.
    private Node lastTaken;

    public EventQueue() {
        this.lastTaken = new Node(TAKEN);
        this.last = new AtomicReference<>(lastTaken);
    }

    /// Puts an event behind all others. Any thread; never waits.
    ///
    /// @return whether the consumer sleeps and nobody else wakes it: the caller has to
    // tag::put[]
    public boolean put(Event event) {
        var node = new Node(event);
        var before = last.getAndSet(node);
        // Need not be seen at once: a consumer that is about to sleep looks at `last`.
        before.setRelease(node);
        return asleep.get() && asleep.compareAndSet(true, false);
    }

    // end::put[]

    /// Takes out the events that are in the queue now, in their order. What is put in meanwhile, by
    /// them for instance, is left for the next call: nobody can keep the loop from looking up. Consumer
    /// only.
    // tag::drain[]
    public void drain(Consumer<Event> receiver) {
        var end = last.get();
        while (lastTaken != end) {
            var next = behind(lastTaken);
            // An old node must not lead to the next one. The garbage collector seldom looks at
            // old objects, and all that such a node leads to would stay in memory.
            lastTaken.setPlain(lastTaken);
            lastTaken = next;
            var event = lastTaken.event;
            lastTaken.event = TAKEN;
            receiver.accept(event);
        }
    }

    // end::drain[]

    /// Takes out the last events, in their order; what comes later stays in, and [#isLeftBehind] tells of it.
    /// They are returned, for the caller to see to without the lock: one of them might wait for a thread that waits for
    /// the lock itself, in [#isLeftBehind]. Consumer only.
    synchronized List<Event> close() {
        closed = true;
        var rest = new ArrayList<Event>();
        while (lastTaken != last.get()) {
            drain(rest::add);
        }
        return rest;
    }

    /// Whether an event that was put in came too late to be taken out. Any thread.
    boolean isLeftBehind(Event event) {
        return closed && holds(event);
    }

    private synchronized boolean holds(Event event) {
        // What it holds is TAKEN, which nobody looks for.
        var node = lastTaken;
        var end = last.get();
        while (node != end && node.event != event) {
            node = behind(node);
        }
        return node.event == event;
    }

    /// The node behind one that is not the last. If there is a gap, its producer is about to link the two. It may have
    /// been stopped just there, and need the very core that this thread is on.
    private static Node behind(Node node) {
        var next = node.getAcquire();
        while (next == null) {
            Thread.yield();
            next = node.getAcquire();
        }
        return next;
    }

    /// Announces that the consumer is about to sleep. Consumer only.
    ///
    /// @return false if there are events, and it must stay awake
    // tag::sleep[]
    public boolean fallAsleep() {
        asleep.set(true);
        if (last.get() == lastTaken) {
            return true;
        }
        asleep.set(false);
        return false;
    }

    /// Notes that the consumer is awake, for whatever reason, and need not be woken. Consumer only.
    public void noteAwake() {
        if (asleep.get()) {
            asleep.set(false);
        }
    }
    // end::sleep[]
}
