package eventloop.eventqueue;

import eventloop.eventqueue.TimerWheel.Timer;
import eventloop.faults.Log;
import eventloop.selector.Acceptor;
import eventloop.selector.Attachment;
import eventloop.selector.Connection;
import eventloop.selector.Loop;
import eventloop.selector.LoopBuffers;
import eventloop.selector.OrderlyEnd;
import eventloop.selector.Timeouts;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
/// An event is seen to without waiting and is short: one request, one share of a response, one batch of new
/// clients, one task. What has more to do goes back to the end of the queue, so no connection can keep the loop
/// from the others. The loop is an [Executor]: a thread that has worked for it comes back by [#execute].
public final class EventLoop implements Loop, Executor {
    private final Selector selector;
    private final EventQueue queue;
    private final TimerWheel timers;
    private final LoopBuffers buffers = LoopBuffers.allocate();
    private final OrderlyEnd end;

    /// The loop thread. Until [#run] that is the thread which made this loop, for it registers the listening socket.
    private volatile Thread thread = Thread.currentThread();

    // Made once: written where they are used, they would be made anew with every turn.
    private final Consumer<SelectionKey> collector = this::collect;
    private final Consumer<Timer> expirer = timer -> put(new Event.Timeout(timer));
    private final Consumer<Event> dispatcher = this::dispatchOrLog;

    /// @param queue used by this loop alone, as `timers` are
    public EventLoop(EventQueue queue, TimerWheel timers) throws IOException {
        this.selector = Selector.open();
        this.end = new OrderlyEnd(selector);
        this.queue = queue;
        this.timers = timers;
    }

    // tag::run[]
    @Override
    public void run() throws IOException {
        thread = Thread.currentThread();
        try (selector) {
            while (!end.proceed()) {
                collectOrLog();
                queue.drain(dispatcher);
            }
        } finally {
            queue.close().forEach(dispatcher);
        }
    }

    // end::run[]

    /// Where no memory is left for an event, the next turn may find some: channels stay ready, and timers due.
    private void collectOrLog() throws IOException {
        try {
            collectEvents();
        } catch (OutOfMemoryError noRoomForAnEvent) {
            queue.noteAwake();
            Log.fault("cannot take note of what has happened", noRoomForAnEvent);
        }
    }

    // tag::collect[]
    private void collectEvents() throws IOException {
        if (queue.fallAsleep()) {
            selector.select(collector, millisToSleep());
            queue.noteAwake();
        } else {
            selector.selectNow(collector);
        }
        timers.turn(expirer);
    }

    private void collect(SelectionKey key) {
        // The loop is awake by now: what it puts in itself need not wake it.
        queue.noteAwake();
        queue.put(
                switch ((Attachment) key.attachment()) {
                    case Acceptor acceptor -> new Event.Accept(acceptor);
                    case Connection connection when key.isReadable() -> new Event.Read(connection);
                    case Connection connection -> new Event.Write(connection);
                });
    }

    // end::collect[]

    // tag::wakeup[]
    private void put(Event event) {
        if (queue.put(event)) {
            selector.wakeup();
        }
    }

    // end::wakeup[]

    /// Whatever goes wrong with one event, the next one has its turn.
    private void dispatchOrLog(Event event) {
        try {
            dispatch(event);
        } catch (Throwable fault) {
            Log.fault("failed on an event", fault);
        }
    }

    // tag::dispatch[]
    private void dispatch(Event event) {
        switch (event) {
            case Event.Accept(var acceptor) -> acceptor.accept();
            case Event.Read(var connection) -> connection.onReady();
            case Event.Write(var connection) -> connection.onReady();
            case Event.Advance(var connection) -> connection.takeTurn();
            case Event.Timeout(var timer) -> timer.fire();
            case Event.Completion(var task) -> task.run();
        }
    }

    // end::dispatch[]

    /// Runs a task on the loop thread, after what is in the queue. Any thread; never waits for the task.
    ///
    /// @throws RejectedExecutionException if the loop has ended, and does not run it
    // tag::execute[]
    @Override
    public void execute(Runnable task) {
        var event = new Event.Completion(task);
        put(event);
        if (queue.isLeftBehind(event)) {
            throw new RejectedExecutionException("the event loop has ended");
        }
    }

    // end::execute[]

    // tag::later[]
    @Override
    public void giveTurn(Connection connection) {
        put(new Event.Advance(connection));
    }

    // end::later[]

    private long millisToSleep() {
        return end.hasBegun() ? OrderlyEnd.BETWEEN_LOOKS.toMillis() : timers.millisToSleep();
    }

    @Override
    public void end(Duration drainTimeout) {
        try {
            execute(() -> end.begin(drainTimeout));
        } catch (RejectedExecutionException hasEnded) {
            // What was wanted is done.
        }
    }

    @Override
    public boolean isLoopThread() {
        return Thread.currentThread() == thread;
    }

    @Override
    public Selector selector() {
        assert isLoopThread();
        return selector;
    }

    @Override
    public LoopBuffers buffers() {
        assert isLoopThread();
        return buffers;
    }

    @Override
    public Timeouts timeouts() {
        assert isLoopThread();
        return timers;
    }

    @Override
    public boolean isEnding() {
        return end.hasBegun();
    }
}
