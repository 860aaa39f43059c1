package eventloop.workers;

import eventloop.http.Reply.Client;
import eventloop.threadpool.TaskQueue;
import java.time.Duration;
import java.util.LinkedList;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;

/// The queue before the helpers. A client may leave while its job waits: a job whose client has gone is left
/// out. One whose client has closed its side of the connection, and has most likely gone as well, lets those
/// go first whose clients certainly listen. When a client that listens joins it (step 6), it is one of these again.
///
/// ```
///   add ──► listening ──► helper
///               │
///               └─ half-closed meanwhile ──► half-closed ──► helper, if nobody listens
/// ```
final class JobQueue implements TaskQueue<SubmittedJob<?>> {
    /// In jobs: so many can be looked at without making others wait.
    private static final int FEW = 1_000;

    private static final Duration BETWEEN_LOOKS_AT_MANY = Duration.ofMillis(50);

    /// Linked, as in [eventloop.threadpool.FirstComeFirstServed]; and as there, a job is taken out last: where no
    /// memory is left for what is done with it, it stays.
    private final Queue<SubmittedJob<?>> listening = new LinkedList<>();

    private final Queue<SubmittedJob<?>> halfClosed = new LinkedList<>();
    private final LongSupplier clock;
    private long lookedAt;

    JobQueue() {
        this(System::nanoTime);
    }

    /// @param clock counts nanoseconds
    JobQueue(LongSupplier clock) {
        this.clock = clock;
        this.lookedAt = clock.getAsLong() - BETWEEN_LOOKS_AT_MANY.toNanos();
    }

    @Override
    public void add(SubmittedJob<?> job) {
        listening.add(job);
    }

    // tag::next[]
    @Override
    public Optional<SubmittedJob<?>> next() {
        while (!listening.isEmpty()) {
            var job = listening.element();
            switch (job.client()) {
                case LISTENING -> {
                    lookAtOneHalfClosed();
                    return takeFirst(listening);
                }
                case HALF_CLOSED -> halfClosed.add(job);
                case GONE -> job.abandon();
            }
            listening.remove();
        }
        return nextHalfClosed();
    }

    // end::next[]

    /// One of them with each job that goes before them. So it is found in time when a client that listens has joined
    /// it, and when its client has gone.
    private void lookAtOneHalfClosed() {
        if (halfClosed.isEmpty()) {
            return;
        }
        var first = halfClosed.element();
        switch (first.client()) {
            case LISTENING -> listening.add(first);
            case HALF_CLOSED -> halfClosed.add(first);
            case GONE -> first.abandon();
        }
        halfClosed.remove();
    }

    private Optional<SubmittedJob<?>> nextHalfClosed() {
        while (!halfClosed.isEmpty()) {
            var first = halfClosed.element();
            if (first.client() != Client.GONE) {
                return takeFirst(halfClosed);
            }
            first.abandon();
            halfClosed.remove();
        }
        return Optional.empty();
    }

    private static Optional<SubmittedJob<?>> takeFirst(Queue<SubmittedJob<?>> jobs) {
        var first = Optional.<SubmittedJob<?>>of(jobs.element());
        jobs.remove();
        return first;
    }

    @Override
    public int length() {
        return listening.size() + halfClosed.size();
    }

    /// Where many wait, whose clients stay, this is asked for with each job that is refused, and must not cost as much
    /// as the jobs would.
    @Override
    public void shorten() {
        long now = clock.getAsLong();
        if (length() <= FEW || now - lookedAt >= BETWEEN_LOOKS_AT_MANY.toNanos()) {
            lookedAt = now;
            leaveOutGone(listening);
            leaveOutGone(halfClosed);
        }
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
