package eventloop.exercises.step05.littleslaw;

import eventloop.http.Reply.Client;
import eventloop.workers.Job;
import eventloop.workers.Outcome;
import eventloop.workers.WorkerPool;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The helpers of step 5 before a disk whose clock the test turns: with each tick all reads that have begun end, and new
/// jobs come.
final class TimedDisk implements AutoCloseable {
    /// Of 200 ms.
    static final int TICKS_A_SECOND = 5;

    private static final int NEW_IN_A_TICK = 8;
    private static final int PLENTY = 10_000;

    private final int helpers;
    private final WorkerPool workers;
    private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
    private final Semaphore reading = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private int underWay;

    TimedDisk(int helpers) {
        this.helpers = helpers;
        this.workers = WorkerPool.start(Math.max(1, helpers), PLENTY, loop::add);
    }

    /// 200 ms pass.
    void tick() throws InterruptedException {
        for (int i = 0; i < NEW_IN_A_TICK; i++) {
            workers.submit(new Read());
            underWay++;
        }
        loop.take().run(); // Wakes the helpers.
        int begun = Math.min(helpers, underWay);
        await(reading, begun);
        mayEnd.release(begun);
        for (int i = 0; i < begun; i++) {
            loop.take().run(); // A completion.
            underWay--;
        }
        // Whoever is free takes what stands in the queue, and is at the disk when the next tick
        // comes.
        await(reading, Math.min(helpers, underWay));
        reading.release(Math.min(helpers, underWay));
    }

    /// How many jobs no helper has taken yet.
    int waiting() {
        return Math.max(0, underWay - helpers);
    }

    private static void await(Semaphore semaphore, int count) throws InterruptedException {
        if (!semaphore.tryAcquire(count, 5, TimeUnit.SECONDS)) {
            throw new AssertionError("fewer helpers came to the disk than there are");
        }
    }

    @Override
    public void close() {
        mayEnd.release(PLENTY);
        workers.close();
    }

    private final class Read implements Job<String> {
        @Override
        public String run() {
            reading.release();
            mayEnd.acquireUninterruptibly();
            return "bytes";
        }

        @Override
        public Client client() {
            return Client.LISTENING;
        }

        @Override
        public void complete(Outcome<String> outcome) {}
    }
}
