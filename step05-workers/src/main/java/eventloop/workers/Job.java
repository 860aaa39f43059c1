package eventloop.workers;

import eventloop.http.Reply;
import java.io.IOException;

/// Work for a helper.
///
/// @param <T> its result
public interface Job<T> {
    /// Runs on a helper's thread and may block.
    T run() throws IOException;

    /// What is known of the client for whom it is done. Any thread.
    Reply.Client client();

    /// What became of it. Runs on the loop thread, once.
    void complete(Outcome<T> outcome);

    /// In place of [#complete] where the loop has ended and nobody hears of it: closes what the outcome holds, or
    /// what the job would have used. Runs on the thread that finds this out: a helper's, or that of whoever hands over
    /// another job.
    default void discard(Outcome<T> outcome) {}
}
