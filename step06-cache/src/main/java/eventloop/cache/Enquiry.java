package eventloop.cache;

import eventloop.faults.Closing;
import eventloop.http.Headers;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.UrlPath;
import eventloop.selector.Timeouts;
import eventloop.selector.Timeouts.Timeout;
import eventloop.workers.GuardedReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// One question of the cache to the handler behind it: what is under this path now? All who ask for the path
/// meanwhile wait for this one answer. Loop thread only, but for [#client].
final class Enquiry implements Reply {
    private static final int MOST_TIMES = 3;

    private final Request request;
    private final Optional<StoredResponse> stored;
    private final long servableAge;
    private final BiConsumer<Enquiry, Response> onAnswer;
    private final Waiters waiters = new Waiters();
    private Optional<Timeout> patience = Optional.empty();
    private long begunAt;
    private int times;
    private boolean overdue;
    private boolean givenUp;
    private boolean ended;

    /// @param asked the request that is the reason for it
    /// @param stored what the cache has under this path, to be confirmed
    /// @param servableAge in nanoseconds: up to this age it may be served for what is on the disk
    Enquiry(
            Request asked,
            Optional<StoredResponse> stored,
            long servableAge,
            BiConsumer<Enquiry, Response> onAnswer) {
        this.stored = stored;
        this.servableAge = servableAge;
        this.request = asked.withHeaders(condition(stored));
        this.onAnswer = onAnswer;
        stored.ifPresent(StoredResponse::hold);
    }

    /// What the cache has, and not what the client has: it wants the whole of the file, or the head of that.
    private static Headers condition(Optional<StoredResponse> stored) {
        return stored.flatMap(StoredResponse::entityTag)
                .map(tag -> Headers.of(ConditionalHandler.IF_NONE_MATCH, tag))
                .orElse(Headers.NONE);
    }

    UrlPath path() {
        return request.path();
    }

    String key() {
        return path().path();
    }

    /// What the cache had when it began to ask.
    Optional<StoredResponse> stored() {
        return stored;
    }

    /// Whether what is stored may be served for what is on the disk.
    boolean mayServeStored() {
        return stored.isPresent() && stored.get().age(System.nanoTime()) < servableAge;
    }

    /// Gives all who wait by now what is stored.
    void serveStored() {
        takeWaiters().forEach(waiter -> waiter.send(stored.get().hold()));
    }

    /// The request for the next handler: for the content or its head, unless it is what is stored.
    Request begin() {
        begunAt = System.nanoTime();
        times++;
        return request;
    }

    boolean hasBegun() {
        return times > 0;
    }

    /// Whether its answer, or the content of that, has taken longer than anything does.
    boolean isLost(Duration answerTimeout) {
        return hasBegun() && System.nanoTime() - begunAt > answerTimeout.toNanos();
    }

    /// Another one has been made in its place: should its answer come after all, it changes nothing.
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    /// Whether to ask once more, where the content has changed while it came, behind its first piece. (What changes
    /// while a helper reads that one is answered by 503.)
    boolean mayBeginAgain() {
        return isWanted() && !givenUp && times < MOST_TIMES;
    }

    /// Whether anybody may still want the answer: an enquiry for which nobody has waited is made for those to come.
    boolean isWanted() {
        return client() != Client.GONE;
    }

    /// By [System#nanoTime]: the answer is at least as new as this.
    long begunAt() {
        return begunAt;
    }

    void add(GuardedReply waiter) {
        waiters.add(waiter);
    }

    /// Everybody who waits by now; nobody does afterwards.
    List<GuardedReply> takeWaiters() {
        return waiters.takeAll();
    }

    /// From now on those who wait for what is stored wait so long at most. A second call does nothing.
    void limitPatience(Duration most, Timeouts timeouts) {
        if (stored.isPresent() && patience.isEmpty()) {
            patience = Optional.of(timeouts.start(most, this::becomeOverdue));
        }
    }

    private void becomeOverdue() {
        overdue = true;
        if (mayServeStored()) {
            serveStored();
        }
    }

    /// Whether the patience of those who wait is over.
    boolean isOverdue() {
        return overdue;
    }

    /// Gives back what it holds. A second call does nothing.
    void end() {
        if (!ended) {
            ended = true;
            patience.ifPresent(Timeout::cancel);
            stored.ifPresent(StoredResponse::release);
        }
    }

    @Override
    public void send(Response response) {
        if (givenUp) {
            Closing.orLog(response.body(), "an answer that had been given up");
        } else {
            onAnswer.accept(this, response);
        }
    }

    @Override
    public Client client() {
        return waiters.client();
    }
}
