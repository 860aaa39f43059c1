package eventloop.selector;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;

/// The loop of step 3: ask which channels are ready, serve each of them as far as it goes, ask again.
public final class SelectorLoop implements Loop {
    private static final Duration SWEEP_INTERVAL = Duration.ofMillis(100);

    private final Selector selector;
    private final SweptTimeouts timeouts = new SweptTimeouts();
    private final LoopBuffers buffers = LoopBuffers.allocate();
    private final OrderlyEnd end;
    private volatile Optional<Duration> drainTimeout = Optional.empty();

    /// The loop thread. Until [#run] that is the thread which made this loop, for it registers the listening socket.
    private volatile Thread thread = Thread.currentThread();

    public SelectorLoop() throws IOException {
        this.selector = Selector.open();
        this.end = new OrderlyEnd(selector);
    }

    // tag::run[]
    @Override
    public void run() throws IOException {
        thread = Thread.currentThread();
        try (selector) {
            long nextSweep = System.nanoTime();
            while (!proceedToEnd()) {
                selector.select(this::serve, mostToSleep().toMillis());
                if (System.nanoTime() - nextSweep >= 0) {
                    timeouts.sweep();
                    nextSweep = System.nanoTime() + SWEEP_INTERVAL.toNanos();
                }
            }
        }
    }

    // end::run[]

    // tag::serve[]
    private void serve(SelectionKey key) {
        switch ((Attachment) key.attachment()) {
            case Acceptor acceptor -> acceptor.accept();
            case Connection connection -> connection.onReady();
        }
    }

    /// At once, and for as long as it can advance: a client that has sent hundreds of requests at once
    /// gets hundreds of answers before anybody else has a turn.
    @Override
    public void giveTurn(Connection connection) {
        while (connection.advance()) {
            continue;
        }
    }

    // end::serve[]

    private Duration mostToSleep() {
        return end.hasBegun() ? OrderlyEnd.BETWEEN_LOOKS : SWEEP_INTERVAL;
    }

    /// @return whether the end is reached, if it has been asked for
    private boolean proceedToEnd() {
        drainTimeout.ifPresent(end::begin);
        return end.proceed();
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
