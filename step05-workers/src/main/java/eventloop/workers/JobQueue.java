package eventloop.workers;

import eventloop.http.Reply.Client;
import eventloop.threadpool.TaskQueue;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// The queue before the helpers. A client may leave while its job waits: a job whose client has gone is left
/// out. One whose client has closed its side of the connection, and has most likely gone as well, lets those
/// go first who certainly listen.
///
/// ```
///   add ──► listening ──► helper
///               │
///               └─ half-closed meanwhile ──► second queue ──► helper, if nobody listens
/// ```
final class JobQueue implements TaskQueue<SubmittedJob<?>> {
    private final Queue<SubmittedJob<?>> first = new ArrayDeque<>();
    private final Queue<SubmittedJob<?>> second = new ArrayDeque<>();

    @Override
    public void add(SubmittedJob<?> job) {
        first.add(job);
    }

    // tag::next[]
    @Override
    public Optional<SubmittedJob<?>> next() {
        while (!first.isEmpty()) {
            var job = first.remove();
            switch (job.client()) {
                case Client.LISTENING -> {
                    return Optional.of(job);
                }
                case Client.HALF_CLOSED -> second.add(job);
                case Client.GONE -> job.abandon();
            }
        }
        return nextOfSecond();
    }

    // end::next[]

    private Optional<SubmittedJob<?>> nextOfSecond() {
        while (!second.isEmpty()) {
            var job = second.remove();
            if (job.client() != Client.GONE) {
                return Optional.of(job);
            }
            job.abandon();
        }
        return Optional.empty();
    }

    @Override
    public int length() {
        return first.size() + second.size();
    }

    @Override
    public void shorten() {
        leaveOutGone(first);
        leaveOutGone(second);
    }

    private static void leaveOutGone(Queue<SubmittedJob<?>> jobs) {
        jobs.removeIf(job -> {
            boolean gone = job.client() == Client.GONE;
            if (gone) {
                job.abandon();
            }
            return gone;
        });
    }
}
