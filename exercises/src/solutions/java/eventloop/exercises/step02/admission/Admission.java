package eventloop.exercises.step02.admission;

import eventloop.blocking.ConnectionThreads;
import eventloop.threadpool.PooledThreads;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/// Lets in whom the pool can answer in time, and sends the others away at once. Any thread.
public final class Admission implements ConnectionThreads {
    private final PooledThreads threads;
    private final int size;
    private final Duration service;
    private final Duration patience;
    private final AtomicLong sentAway = new AtomicLong();

    /// @param size how many threads the pool has
    /// @param service how long a conversation takes, on average
    /// @param patience how long a client may have to wait for a thread
    public Admission(PooledThreads threads, int size, Duration service, Duration patience) {
        this.threads = threads;
        this.size = size;
        this.service = service;
        this.patience = patience;
    }

    @Override
    public void start(Runnable conversation) {
        // tag::solution[]
        var wait = service.multipliedBy(threads.pool().waiting()).dividedBy(size);
        try {
            if (wait.compareTo(patience) > 0) {
                throw new RejectedExecutionException("it would wait for " + wait);
            }
            threads.start(conversation);
        } catch (RejectedExecutionException refused) {
            sentAway.incrementAndGet();
            throw refused;
        }
        // end::solution[]
        // > threads.start(conversation);
    }

    /// How many were sent away, by this or by the pool.
    public long sentAway() {
        return sentAway.get();
    }

    @Override
    public boolean clientsAreWaiting() {
        return threads.clientsAreWaiting();
    }

    @Override
    public void close() {
        threads.close();
    }
}
