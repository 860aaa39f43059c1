package eventloop.cache;

import eventloop.faults.Closing;
import eventloop.faults.FaultBarrier;
import eventloop.faults.Log;
import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Headers;
import eventloop.http.Outgoing;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.selector.LoopBuffers;
import eventloop.workers.GuardedReply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the cache asks the handler behind it, and what becomes of the answers. However many wait for what is under
/// one path, the next handler is asked once. Loop thread only.
///
/// ```
///   next handler ──┬── 304 ──────────► what is stored is good again ─► all who wait
///                  ├── 200, small ───► into memory, and stored ──────► all who wait
///                  ├── 200, large, or no memory is free ─────────────► one; the others ask anew
///                  ├── 500, 503 ─────► what is stored stands in ─────► all who wait
///                  └── all else ─────► what was stored goes ─────────► all who wait
/// ```
final class Enquiries {
    private final Handler next;
    private final Cache<String, StoredResponse> cache;
    private final BodyAllocator bodies;
    private final long servableAge;
    private final Duration answerTimeout;
    private final Outgoing scratch = new Outgoing(LoopBuffers.OUTPUT_SIZE);
    private final Map<String, Enquiry> underWay = new HashMap<>();

    /// @param cache where answers are kept
    /// @param answerTimeout an answer that takes longer has been lost, and is asked for once more
    Enquiries(
            CacheOptions options,
            Cache<String, StoredResponse> cache,
            Handler next,
            Duration answerTimeout) {
        this.next = new FaultBarrier(next);
        this.cache = cache;
        this.bodies = new BodyAllocator(options, cache);
        this.servableAge = options.freshness().plus(options.staleness()).toNanos();
        this.answerTimeout = answerTimeout;
    }

    // tag::enquiry[]
    /// The one that is under way for this path, or a new one.
    Enquiry findOrOpen(Request request, Optional<StoredResponse> stored) {
        var enquiry = underWay.computeIfAbsent(request.path().path(), _ -> open(request, stored));
        return enquiry.isLost(answerTimeout) ? replace(enquiry, request, stored) : enquiry;
    }

    void ask(Enquiry enquiry) {
        if (!enquiry.hasBegun()) {
            next.handle(enquiry.begin(), enquiry);
        }
    }

    // end::enquiry[]

    private Enquiry open(Request request, Optional<StoredResponse> stored) {
        return new Enquiry(request, stored, servableAge, this::onAnswer);
    }

    /// Who waits for an answer that has been lost waits for another from here on. Without this nobody would get what is
    /// under this path before the server is started anew.
    private Enquiry replace(Enquiry lost, Request request, Optional<StoredResponse> stored) {
        Log.nothingCame("asking anew for " + lost.path().encoded(), answerTimeout);
        var other = open(request, stored);
        lost.takeWaiters().forEach(other::add);
        lost.giveUp();
        end(lost);
        underWay.put(other.key(), other);
        return other;
    }

    /// The next handler has answered.
    // tag::answer[]
    private void onAnswer(Enquiry enquiry, Response response) {
        switch (response.status()) {
            case OK -> keepOrPassOn(enquiry, response);
            case NOT_MODIFIED -> confirm(enquiry, response);
            case SERVICE_UNAVAILABLE, INTERNAL_SERVER_ERROR -> bridgeOrReply(enquiry, response);
            default -> removeAndReply(enquiry, response);
        }
    }

    // end::answer[]

    private void confirm(Enquiry enquiry, Response notModified) {
        enquiry.stored().orElseThrow().confirm(notModified, enquiry.begunAt());
        enquiry.serveStored();
        end(enquiry);
    }

    /// What is stored is better than an error (RFC 5861 §4). Where it is too old for that it stays all the same: an
    /// error says nothing about the file, and the next answer may confirm it.
    private void bridgeOrReply(Enquiry enquiry, Response failure) {
        if (enquiry.mayServeStored()) {
            enquiry.serveStored();
            end(enquiry);
        } else {
            end(enquiry);
            replyToAll(enquiry, failure);
        }
    }

    private void removeAndReply(Enquiry enquiry, Response response) {
        cache.remove(enquiry.key());
        end(enquiry);
        replyToAll(enquiry, response);
    }

    private void keepOrPassOn(Enquiry enquiry, Response response) {
        var content = bodies.allocate(enquiry.key(), response.body().length());
        if (content.isPresent()) {
            collecting(enquiry, response, content.get()).run();
        } else {
            passOn(enquiry, response);
        }
    }

    /// Takes the content into memory first; who waits gets it from there.
    private Collecting collecting(Enquiry enquiry, Response response, StoredBody content) {
        try {
            return new Collecting(
                    response.body(),
                    content.inside(),
                    scratch,
                    enquiry::isWanted,
                    () -> store(enquiry, response, content),
                    () -> dropAndTryAgain(enquiry, content));
        } catch (OutOfMemoryError full) {
            // Its memory lies outside the heap: no collector finds it.
            content.close();
            throw full;
        }
    }

    // tag::keep[]
    private void store(Enquiry enquiry, Response response, StoredBody content) {
        if (enquiry.isGivenUp()) {
            content.close();
            return;
        }
        var stored = new StoredResponse(response, content, enquiry.begunAt());
        enquiry.takeWaiters().forEach(waiter -> waiter.send(stored.hold()));
        long weight = StoredResponse.weight(enquiry.key(), content.length());
        cache.store(enquiry.key(), stored, weight);
        end(enquiry);
    }

    /// The content has changed while it came, or the disk has failed, or the heap is full at this moment; or all who
    /// waited have gone.
    private void dropAndTryAgain(Enquiry enquiry, StoredBody content) {
        content.close();
        if (enquiry.mayBeginAgain()) {
            next.handle(enquiry.begin(), enquiry);
        } else {
            onAnswer(enquiry, ErrorPage.unavailable("The file cannot be read at this moment"));
        }
    }

    // end::keep[]

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
        waiters.stream().skip(1).forEach(this::askFor);
        // Last: if anything before it throws, the caller closes the response, which must not have
        // been sent by then.
        waiters.getFirst().send(response);
    }

    private void askFor(GuardedReply waiter) {
        try {
            next.handle(waiter.request().withHeaders(Headers.NONE), waiter);
        } catch (OutOfMemoryError full) {
            // It is this one's affair: others wait behind it.
            Log.failedOn(waiter.request(), full);
            waiter.send(ErrorPage.internalError());
        }
    }

    /// They have asked for one path, but perhaps with different queries, which a redirection keeps.
    private void replyToAll(Enquiry enquiry, Response response) {
        boolean keepsQuery = response.value("Location").isPresent();
        for (var waiter : enquiry.takeWaiters()) {
            if (keepsQuery && !waiter.request().path().equals(enquiry.path())) {
                askFor(waiter);
            } else {
                waiter.send(response);
            }
        }
    }

    private void end(Enquiry enquiry) {
        underWay.remove(enquiry.key(), enquiry);
        enquiry.end();
    }
}
