package eventloop.cache;

import eventloop.cache.Memory.Block;
import eventloop.http.ErrorPage;
import eventloop.http.FaultBarrier;
import eventloop.http.Handler;
import eventloop.http.Headers;
import eventloop.http.Outgoing;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.selector.Loop;
import eventloop.server.Closing;
import eventloop.server.Log;
import eventloop.workers.LateReply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
/// and when all of it is over, those who ask wait for the confirmation, but no longer than [#PATIENCE]: then they
/// get what is here, for as long as the options allow (RFC 5861 §3). So a disk that answers is always
/// believed, and one that does not holds up nobody.
///
/// However many ask for what is not here, the next handler is asked once. Loop thread only, so the cache needs
/// no lock.
public final class CachingHandler implements Handler {
    /// Or as soon after as the loop's timers are exact.
    private static final Duration PATIENCE = Duration.ofMillis(25);

    private static final int SCRATCH = 128 * 1024;

    private final CacheOptions options;
    private final Loop loop;
    private final Handler next;
    private final Cache<String, StoredResponse> cache;
    private final Memory memory;
    private final long freshness;
    private final long staleness;
    private final Outgoing scratch = new Outgoing(SCRATCH);
    private final Map<String, Enquiry> enquiries = new HashMap<>();

    public CachingHandler(CacheOptions options, Loop loop, Handler next) {
        this.options = options;
        this.loop = loop;
        this.next = new FaultBarrier(next, Log::failedOn);
        this.cache = new Cache<>(options.budget(), options.policy(), StoredResponse::letGo);
        this.memory = new Memory(options.budget());
        this.freshness = options.freshness().toNanos();
        this.staleness = freshness + options.staleness().toNanos();
    }

    // tag::handle[]
    // tag::ways[]
    @Override
    public void handle(Request request, Reply reply) {
        assert loop.isLoopThread();
        var stored = cache.find(request.path().path());
        if (stored.isPresent() && stored.get().age() < freshness) {
            serve(request, reply, stored);
        } else {
            waitForAnswer(new LateReply(request, reply), stored);
        }
    }

    // end::ways[]
    private void serve(Request request, Reply reply, Optional<StoredResponse> stored) {
        boolean shouldConfirm = stored.get().age() >= freshness / 2;
        reply.send(stored.get().use());
        if (shouldConfirm) {
            ask(enquiryFor(request, stored));
        }
    }

    // end::handle[]

    // tag::wait[]
    private void waitForAnswer(LateReply waiter, Optional<StoredResponse> stored) {
        var enquiry = enquiryFor(waiter.request(), stored);
        if (enquiry.isOverdue() && mayStandIn(enquiry)) {
            waiter.send(enquiry.known().get().use());
        } else {
            enquiry.add(waiter);
            limitPatience(enquiry);
            ask(enquiry);
        }
    }

    // end::wait[]

    // tag::enquiry[]
    /// The one that is under way for this path, or a new one.
    private Enquiry enquiryFor(Request request, Optional<StoredResponse> stored) {
        return enquiries.computeIfAbsent(
                request.path().path(), _ -> new Enquiry(request, stored, this::take));
    }

    private void ask(Enquiry enquiry) {
        if (!enquiry.hasBegun()) {
            next.handle(enquiry.begin(), enquiry);
        }
    }

    // end::enquiry[]

    private void limitPatience(Enquiry enquiry) {
        if (enquiry.known().isPresent() && !enquiry.isLimited()) {
            enquiry.limit(loop.timeouts().start(PATIENCE, () -> serveMeanwhile(enquiry)));
        }
    }

    private void serveMeanwhile(Enquiry enquiry) {
        enquiry.becomeOverdue();
        if (mayStandIn(enquiry)) {
            serveAll(enquiry);
        }
    }

    /// Whether what is known may be served for what is on the disk.
    private boolean mayStandIn(Enquiry enquiry) {
        return enquiry.known().isPresent() && enquiry.known().get().age() < staleness;
    }

    private void serveAll(Enquiry enquiry) {
        enquiry.takeWaiters().forEach(waiter -> waiter.send(enquiry.known().get().use()));
    }

    /// The next handler has answered.
    // tag::take[]
    private void take(Enquiry enquiry, Response response) {
        switch (response.status()) {
            case OK -> keepOrPassOn(enquiry, response);
            case NOT_MODIFIED -> confirm(enquiry);
            case SERVICE_UNAVAILABLE, INTERNAL_SERVER_ERROR -> standInFor(enquiry, response);
            default -> replaceBy(enquiry, response);
        }
    }

    // end::take[]

    private void confirm(Enquiry enquiry) {
        enquiry.known().orElseThrow().confirm(enquiry.begunAt());
        serveAll(enquiry);
        end(enquiry);
    }

    private void standInFor(Enquiry enquiry, Response failure) {
        if (mayStandIn(enquiry)) {
            serveAll(enquiry);
            end(enquiry);
        } else {
            replaceBy(enquiry, failure);
        }
    }

    private void replaceBy(Enquiry enquiry, Response response) {
        cache.remove(enquiry.key());
        end(enquiry);
        replyToAll(enquiry, response);
    }

    private void keepOrPassOn(Enquiry enquiry, Response response) {
        long length = response.body().length();
        boolean small = length < options.fileLimit();
        if (small && cache.makeRoom(StoredResponse.weight(enquiry.key(), length))) {
            memory.take(length)
                    .ifPresentOrElse(
                            blocks -> collect(enquiry, response, blocks),
                            () -> passOn(enquiry, response));
        } else {
            passOn(enquiry, response);
        }
    }

    /// Takes the content into memory first; who waits gets it from there.
    private void collect(Enquiry enquiry, Response response, List<Block> content) {
        var collecting =
                new Collecting(
                        response.body(),
                        content,
                        scratch,
                        complete -> finish(enquiry, response, content, complete));
        collecting.run();
    }

    // tag::keep[]
    private void finish(Enquiry enquiry, Response response, List<Block> content, boolean complete) {
        Closing.orLog(response.body(), "what has been collected");
        if (complete) {
            store(enquiry, response, content);
        } else {
            memory.giveBack(content);
            tryAgain(enquiry);
        }
    }

    private void store(Enquiry enquiry, Response response, List<Block> content) {
        long length = response.body().length();
        var body = new StoredBody(memory, content, length);
        var stored = new StoredResponse(response, body, enquiry.begunAt());
        enquiry.takeWaiters().forEach(waiter -> waiter.send(stored.use()));
        end(enquiry);
        cache.store(enquiry.key(), stored, StoredResponse.weight(enquiry.key(), length));
    }

    // end::keep[]

    /// The content has changed while it came, or the disk has failed.
    private void tryAgain(Enquiry enquiry) {
        if (enquiry.mayBeginAgain()) {
            next.handle(enquiry.begin(), enquiry);
        } else {
            take(enquiry, ErrorPage.unavailable("The file cannot be read at this moment"));
        }
    }

    /// Content that is not kept can be sent to one client only: the others, who waited for nothing, ask for
    /// themselves.
    private void passOn(Enquiry enquiry, Response response) {
        cache.remove(enquiry.key());
        end(enquiry);
        var waiters = enquiry.takeWaiters();
        if (waiters.isEmpty()) {
            Closing.orLog(response.body(), "what nobody waits for");
            return;
        }
        waiters.getFirst().send(response);
        waiters.stream().skip(1).forEach(this::askFor);
    }

    private void askFor(LateReply waiter) {
        next.handle(Enquiry.forAll(waiter.request(), Headers.NONE), waiter);
    }

    /// They have asked for one path, but perhaps with different queries, which a redirection keeps.
    private void replyToAll(Enquiry enquiry, Response response) {
        boolean depends = response.value("Location").isPresent();
        for (var waiter : enquiry.takeWaiters()) {
            if (depends && !waiter.request().path().equals(enquiry.path())) {
                askFor(waiter);
            } else {
                waiter.send(response);
            }
        }
    }

    private void end(Enquiry enquiry) {
        enquiries.remove(enquiry.key(), enquiry);
        enquiry.end();
    }
}
