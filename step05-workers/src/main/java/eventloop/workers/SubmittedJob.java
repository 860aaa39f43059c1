package eventloop.workers;

import eventloop.http.Reply.Client;
import eventloop.threadpool.ThreadPool;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// A job on its way through the helpers, and back to the loop whatever becomes of it. Any thread.
///
/// @param <T> the job's result
/// @param helpers one of whom does it
/// @param undelivered how many outcomes more may wait for the loop
record SubmittedJob<T>(Job<T> job, ThreadPool<?> helpers, Executor loop, Semaphore undelivered)
        implements Runnable {
    private static final Duration UNTIL_THERE_IS_MEMORY = Duration.ofMillis(10);

    // tag::run[]
    // tag::return[]
    @Override
    public void run() {
        var outcome = doJob();
        // The loop may be busy: helpers wait for it
        // rather than fill the memory with what they bring.
        undelivered.acquireUninterruptibly();
        // Who hears of the outcome may have another job at once.
        helpers.countAsIdle();
        deliver(outcome);
    }

    // end::return[]

    private Outcome<T> doJob() {
        try {
            return new Outcome.Done<>(job.run());
        } catch (Throwable cause) {
            return new Outcome.Failed<>(cause);
        }
    }

    private void deliver(Outcome<T> outcome) {
        while (!tryToDeliver(outcome)) {
            // Somebody waits for it: where there is no memory even for an event, a helper has time.
            LockSupport.parkNanos(UNTIL_THERE_IS_MEMORY.toNanos());
        }
    }

    private boolean tryToDeliver(Outcome<T> outcome) {
        try {
            loop.execute(() -> complete(outcome));
        } catch (RejectedExecutionException hasEnded) {
            // The loop's connections are closed: nobody waits any more, and no helper may.
            undelivered.release();
            job.discard(outcome);
        } catch (OutOfMemoryError full) {
            return false;
        }
        return true;
    }

    private void complete(Outcome<T> outcome) {
        undelivered.release();
        job.complete(outcome);
    }

    // end::run[]

    /// The job is left out, and the loop hears of that. There is no outcome that would fill the memory, so none is
    /// counted in `undelivered`.
    void abandon() {
        try {
            loop.execute(() -> job.complete(new Outcome.Abandoned<>()));
        } catch (RejectedExecutionException hasEnded) {
            job.discard(new Outcome.Abandoned<>());
        }
    }

    Client client() {
        return job.client();
    }
}
