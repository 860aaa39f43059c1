package eventloop.cache;

import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.selector.Connection;
import eventloop.selector.Loop;
import eventloop.workers.GuardedReply;
import java.time.Duration;
import java.util.Optional;

/// An HTTP cache before another handler: it answers from memory, at once and on the loop, asks the next
/// handler for what it has not, and keeps of the answers what is small and complete. What it has not looked at
/// for a while it has confirmed, by a request with a condition (RFC 9111 §4.3).
///
/// ```
///   request ──► stored, and fresh? ──yes──► reply
///                    │ no
///                    ▼
///             being asked for? ──yes──► wait with the others
///                    │ no                      ▲
///                    ▼                         │
///               next handler ── answer ──► all who wait get the reply
/// ```
///
/// Nobody waits long for what is here. When half of its time is over it is confirmed while it is served;
/// and when all of it is over, those who ask wait for the confirmation; but after [#PATIENCE] they get what is here,
/// for as long as the options allow (RFC 5861 §3). So a disk that answers in time is always believed, and one that does
/// not holds up nobody who could be served.
///
/// This is the clients' side: who is served at once, who waits, and for how long. What the next handler is asked
/// and what its answers change is in [Enquiries]. Loop thread only, so the cache needs no lock.
public final class CachingHandler implements Handler {
    /// At least: with the ticks of the loop's timers it becomes 50 to 100 ms.
    private static final Duration PATIENCE = Duration.ofMillis(25);

    /// What came without all of its validators, since it had just changed, is asked for them after this. It is no
    /// shorter because a file whose date lies ahead has none for as long as that is so.
    private static final long SOON = Duration.ofSeconds(1).toNanos();

    private final Loop loop;
    private final Cache<String, StoredResponse> cache;
    private final Enquiries enquiries;
    private final long freshness;

    /// @param policy of this cache and no other
    /// @param loop whose thread calls, and whose timeouts end the patience of who waits
    /// @param next asked for what is not here
    public CachingHandler(CacheOptions options, EvictionPolicy policy, Loop loop, Handler next) {
        this(options, policy, loop, next, Connection.ANSWER_TIMEOUT);
    }

    /// @param answerTimeout how long the next handler may take
    CachingHandler(
            CacheOptions options,
            EvictionPolicy policy,
            Loop loop,
            Handler next,
            Duration answerTimeout) {
        this.loop = loop;
        this.cache = new Cache<>(options.budget(), policy, StoredResponse::release);
        this.enquiries = new Enquiries(options, cache, next, answerTimeout);
        this.freshness = options.freshness().toNanos();
    }

    // tag::handle[]
    // tag::ways[]
    @Override
    public void handle(Request request, Reply reply) {
        assert loop.isLoopThread();
        var stored = cache.find(request.path().path());
        long now = System.nanoTime();
        if (stored.isPresent() && stored.get().age(now) < freshness) {
            serve(request, reply, stored.get(), now);
        } else {
            waitForAnswer(new GuardedReply(request, reply), stored);
        }
    }

    // end::ways[]

    private void serve(Request request, Reply reply, StoredResponse stored, long now) {
        // Guarded: if sending fails the body is closed, and its memory is not lost.
        new GuardedReply(request, reply).send(stored.hold());
        if (shouldConfirm(stored, now)) {
            enquiries.ask(enquiries.findOrOpen(request, Optional.of(stored)));
        }
    }

    private boolean shouldConfirm(StoredResponse stored, long now) {
        long age = stored.age(now);
        return age >= freshness / 2 || age >= SOON && !stored.hasValidators();
    }

    // end::handle[]

    // tag::wait[]
    private void waitForAnswer(GuardedReply waiter, Optional<StoredResponse> stored) {
        var enquiry = enquiries.findOrOpen(waiter.request(), stored);
        enquiry.add(waiter);
        if (enquiry.isOverdue() && enquiry.mayServeStored()) {
            enquiry.serveStored();
        } else {
            enquiry.limitPatience(PATIENCE, loop.timeouts());
            enquiries.ask(enquiry);
        }
    }
    // end::wait[]
}
