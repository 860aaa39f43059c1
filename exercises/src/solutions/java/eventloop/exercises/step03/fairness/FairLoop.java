package eventloop.exercises.step03.fairness;

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
import java.util.ArrayDeque;
import java.util.Optional;

/// Step 3's loop, in which every connection has its turn.
public final class FairLoop implements Loop {
    /// How often a connection may advance each time it is taken out of the queue.
    static final int AT_ONCE = 16;

    private final Selector selector = Selector.open();
    private final LoopBuffers buffers = LoopBuffers.allocate();
    private final Timeouts timeouts = new SimpleTimeouts();
    private final ArrayDeque<Connection> waiting = new ArrayDeque<>();
    private final OrderlyEnd end = new OrderlyEnd(selector);
    private volatile Optional<Duration> drainTimeout = Optional.empty();
    private Thread thread = Thread.currentThread();

    public FairLoop() throws IOException {}

    @Override
    public void run() throws IOException {
        thread = Thread.currentThread();
        try (selector) {
            while (!proceedToEnd()) {
                // tag::solution[]
                if (waiting.isEmpty()) {
                    selector.select(this::serve, millisToSleep());
                } else {
                    selector.selectNow(this::serve);
                }
                serveWaiting();
                // end::solution[]
                // > selector.select(this::serve, millisToSleep());
            }
        }
    }

    private void serve(SelectionKey key) {
        switch ((Attachment) key.attachment()) {
            case Acceptor acceptor -> acceptor.accept();
            case Connection connection -> connection.onReady();
        }
    }

    /// Gives it another turn, behind those who wait already.
    @Override
    public void giveTurn(Connection connection) {
        // tag::solution[]
        waiting.add(connection);
        // end::solution[]
        // > boolean canAdvance = true;
        // > while (canAdvance) {
        // >     canAdvance = connection.advance();
        // > }
    }

    /// One turn for each of those who wait now.
    private void serveWaiting() {
        // tag::solution[]
        for (int turns = waiting.size(); turns > 0; turns--) {
            var connection = waiting.remove();
            boolean canAdvance = true;
            for (int i = 0; canAdvance && i < AT_ONCE; i++) {
                canAdvance = connection.advance();
            }
            if (canAdvance) {
                waiting.add(connection);
            }
        }
        // end::solution[]
    }

    private long millisToSleep() {
        return end.hasBegun() ? OrderlyEnd.BETWEEN_LOOKS.toMillis() : 1_000;
    }

    private boolean proceedToEnd() {
        drainTimeout.ifPresent(end::begin);
        return end.proceed();
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
    public Timeouts timeouts() {
        return timeouts;
    }

    @Override
    public boolean isLoopThread() {
        return Thread.currentThread() == thread;
    }

    @Override
    public boolean isEnding() {
        return drainTimeout.isPresent();
    }

    @Override
    public void end(Duration drainTimeout) {
        this.drainTimeout = Optional.of(drainTimeout);
        selector.wakeup();
    }
}
