package eventloop.cache;

import eventloop.files.FileHandler;
import eventloop.files.Found;
import eventloop.http.ErrorPage;
import eventloop.http.FaultBarrier;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.server.Log;
import eventloop.workers.LateReply;
import eventloop.workers.Outcome;
import eventloop.workers.WorkerPool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// Answers with files from memory, at once and on the loop; sends a helper for those that are not there,
/// or that have not been checked for a while.
///
/// ```
///   request ──► in the cache, checked lately? ──yes──► reply
///                       │ no
///                       ▼
///               already being loaded? ──yes──► wait with the others
///                       │ no                            ▲
///                       ▼                               │
///                    helper ── looks, perhaps reads ──► all who wait get the reply
/// ```
///
/// A file that has changed is answered as it was for at most `freshness` longer, or until a look at it that had
/// begun before is over. Loop thread only, so the cache needs no lock.
public final class CachingHandler implements Handler {
    private final Cache<String, CachedFile> cache;
    private final FileLoader loader;
    private final WorkerPool workers;
    private final long freshness;
    private final Map<String, List<LateReply>> loading = new HashMap<>();

    public CachingHandler(CacheOptions options, FileLoader loader, WorkerPool workers) {
        this.cache = new Cache<>(options.budget(), options.policy());
        this.freshness = options.freshness().toNanos();
        this.loader = loader;
        this.workers = workers;
    }

    // tag::handle[]
    @Override
    public void handle(Request request, Reply reply) {
        var cached = cache.find(request.path().path());
        if (cached.isPresent() && cached.get().wasCheckedWithin(freshness)) {
            reply.send(cached.get().response());
        } else {
            waitFor(request, reply, cached);
        }
    }

    /// However many ask for a file that is not here, it is read once.
    private void waitFor(Request request, Reply reply, Optional<CachedFile> cached) {
        var key = request.path().path();
        var waiters = loading.computeIfAbsent(key, _ -> new ArrayList<>());
        waiters.add(new LateReply(request, reply));
        if (waiters.size() == 1) {
            load(request, cached);
        }
    }

    // end::handle[]

    private void load(Request request, Optional<CachedFile> cached) {
        var key = request.path().path();
        var known = cached.map(CachedFile::version).orElse(FileVersion.UNKNOWN);
        submit(request, known, outcome -> complete(key, cached, loading.remove(key), outcome));
    }

    private void submit(Request request, FileVersion known, Consumer<Outcome<Loaded>> completion) {
        try {
            workers.submit(() -> loader.load(request, known), completion);
        } catch (RejectedExecutionException full) {
            completion.accept(new Outcome.Failed<>(full));
        }
    }

    private void complete(
            String key,
            Optional<CachedFile> cached,
            List<LateReply> waiters,
            Outcome<Loaded> outcome) {
        switch (outcome) {
            case Outcome.Done(Loaded.Fresh(var file)) -> {
                cache.store(key, file, file.weight(key));
                replyToAll(waiters, file.response());
            }
            case Outcome.Done(Loaded.Unchanged(var checkedAt)) -> {
                cached.orElseThrow().confirm(checkedAt);
                replyToAll(waiters, cached.orElseThrow().response());
            }
            case Outcome.Done(Loaded.Absent(var absence)) -> {
                cache.remove(key);
                replyToAll(waiters, absence);
            }
            case Outcome.Done(Loaded.Large(var response)) -> {
                cache.remove(key);
                waiters.removeFirst().send(response);
                loadForEach(key, waiters);
            }
            case Outcome.Failed(var cause) -> replyToAll(waiters, explain(key, cause));
        }
    }

    /// An open file can be sent to one client only: the others, who waited for nothing, get their own.
    private void loadForEach(String key, List<LateReply> waiters) {
        for (var waiter : waiters) {
            submit(
                    waiter.request(),
                    FileVersion.UNKNOWN,
                    outcome ->
                            complete(
                                    key,
                                    Optional.empty(),
                                    new ArrayList<>(List.of(waiter)),
                                    outcome));
        }
    }

    private static void replyToAll(List<LateReply> waiters, Response response) {
        waiters.forEach(waiter -> waiter.send(response));
    }

    /// They have asked for one path, but perhaps with different queries, which a redirection keeps.
    private static void replyToAll(List<LateReply> waiters, Found.NoFile absence) {
        for (var waiter : waiters) {
            waiter.send(FileHandler.explain(absence, waiter.request().path()));
        }
    }

    private static Response explain(String path, Throwable cause) {
        return switch (cause) {
            case RejectedExecutionException _ ->
                    ErrorPage.unavailable("All helpers of this server are busy");
            case IOException _ -> {
                Log.problem("cannot read " + path, cause);
                yield ErrorPage.unavailable("The file cannot be read at this moment");
            }
            default -> {
                Log.problem("failed on " + path, cause);
                yield FaultBarrier.internalError();
            }
        };
    }
}
