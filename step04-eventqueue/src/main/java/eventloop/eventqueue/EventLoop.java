package eventloop.eventqueue;

import eventloop.eventqueue.TimerWheel.Timer;
import eventloop.selector.Acceptor;
import eventloop.selector.Attachment;
import eventloop.selector.Connection;
import eventloop.selector.Loop;
import eventloop.selector.LoopBuffers;
import eventloop.selector.OrderlyEnd;
import eventloop.server.Log;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// One thread, one queue: collect what has happened, then see to one event after the other.
///
/// ```
///   sockets ──► selector ──┐
///   timers ────────────────┼──► event queue ──► dispatch, one at a time ──► connections
///   other threads ─────────┘          ▲                    │
///                                     └── not finished ◄───┘
/// ```
///
/// An event is seen to without waiting and is short: one request, one share of a response, one task. What
/// has more to do goes back to the end of the queue, so no connection can keep the loop from the others.
/// The loop is an [Executor]: a thread that has worked for it comes back by [#execute].
public final class EventLoop implements Loop, Executor {
    private static final long MILLIS_BETWEEN_LOOKS_AT_THE_END = 20;

    private final Selector selector;
    private final EventQueue queue;
    private final TimerWheel timers = new TimerWheel();
    private final LoopBuffers buffers = LoopBuffers.allocate();
    private Optional<OrderlyEnd> end = Optional.empty();

    // Made once: written where they are used, they would be made anew with every turn.
    private final Consumer<SelectionKey> collector = this::collect;
    private final Consumer<Timer> expirer = this::expire;
    private final Consumer<Event> dispatcher = this::seeTo;

    public EventLoop() throws IOException {
        this.selector = Selector.open();
        this.queue = new EventQueue(selector::wakeup);
    }

    // tag::run[]
    @Override
    public void run() {
        try (selector) {
            while (!hasEnded()) {
                collectEvents();
                queue.drain(dispatcher);
            }
        } catch (IOException failure) {
            Log.problem("the selector failed, the server ends", failure);
        }
    }

    private void collectEvents() throws IOException {
        if (queue.mayFallAsleep()) {
            selector.select(collector, millisToSleep());
            queue.isAwake();
        } else {
            selector.selectNow(collector);
        }
        timers.turn(expirer);
    }

    private void collect(SelectionKey key) {
        queue.isAwake();
        queue.put(
                switch ((Attachment) key.attachment()) {
                    case Acceptor acceptor -> new Event.Accept(acceptor);
                    case Connection connection when key.isReadable() -> new Event.Read(connection);
                    case Connection connection -> new Event.Write(connection);
                });
    }

    private void expire(Timer timer) {
        queue.put(new Event.Timeout(timer));
    }

    /// Whatever goes wrong with one event, the next one has its turn.
    private void seeTo(Event event) {
        try {
            dispatch(event);
        } catch (RuntimeException | Error fault) {
            Log.problem("failed on " + event, fault);
        }
    }

    private void dispatch(Event event) {
        switch (event) {
            case Event.Accept(var acceptor) -> acceptor.accept();
            case Event.Read(var connection) -> advance(connection);
            case Event.Write(var connection) -> advance(connection);
            case Event.Continue(var connection) -> advance(connection);
            case Event.Timeout(var timer) -> timer.fire();
            case Event.Completion(var task) -> task.run();
        }
    }

    private void advance(Connection connection) {
        if (connection.advance()) {
            resume(connection);
        }
    }

    // end::run[]

    /// Runs a task on the loop thread, after what is in the queue. Any thread; never waits.
    @Override
    public void execute(Runnable task) {
        queue.put(new Event.Completion(task));
    }

    @Override
    public void resume(Connection connection) {
        queue.put(new Event.Continue(connection));
    }

    private long millisToSleep() {
        return end.isPresent() ? MILLIS_BETWEEN_LOOKS_AT_THE_END : timers.millisToSleep();
    }

    private boolean hasEnded() {
        return end.isPresent() && end.get().isDone();
    }

    @Override
    public void close(Duration patience) {
        execute(() -> {
            end = Optional.of(new OrderlyEnd(selector, patience));
            end.get().begin();
        });
    }

    @Override
    public Selector selector() {
        return selector;
    }

    @Override
    public LoopBuffers buffers() {
        return buffers;
    }

    @Override
    public TimerWheel timeouts() {
        return timers;
    }

    @Override
    public boolean keepsConnections() {
        return end.isEmpty();
    }
}
