package eventloop.workers;

import eventloop.http.Reply.Client;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// A job on its way through the helpers, and back to the loop whatever becomes of it. Any thread.
///
/// @param <T> the job's result
record SubmittedJob<T>(Job<T> job, Executor loop) implements Runnable {
    // tag::run[]
    @Override
    public void run() {
        finish(outcome());
    }

    private Outcome<T> outcome() {
        try {
            return new Outcome.Done<>(job.run());
        } catch (Throwable cause) {
            return new Outcome.Failed<>(cause);
        }
    }

    private void finish(Outcome<T> outcome) {
        try {
            loop.execute(() -> job.complete(outcome));
        } catch (RejectedExecutionException hasEnded) {
            // The server is at its end: its connections are closed, and nobody waits any more.
        }
    }

    // end::run[]

    /// It is not done.
    void abandon() {
        finish(new Outcome.Abandoned<>());
    }

    Client client() {
        return job.client();
    }
}
