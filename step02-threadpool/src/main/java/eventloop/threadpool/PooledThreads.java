package eventloop.threadpool;

import eventloop.blocking.ConnectionThreads;

/// Connections share the threads of a pool: one thread a connection still, for as long as it lasts, but
/// never more of them than the pool has. Who comes when all are taken waits in the queue, or is refused.
public record PooledThreads(ThreadPool<Runnable> pool) implements ConnectionThreads {
    // tag::pooled[]
    @Override
    public void start(Runnable conversation) {
        pool.execute(conversation);
    }

    @Override
    public boolean clientsAreWaiting() {
        return pool.waiting() > 0;
    }

    // end::pooled[]

    @Override
    public void close() {
        pool.close();
    }
}
