package eventloop.workers;

import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.http.Method;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.selector.MemoryBudget;
import eventloop.selector.Timeouts;
import java.io.IOException;

/// Makes what another responder answers fit for the event loop: its body may block, so helpers fetch it. Runs
/// on helpers.
public final class FetchingResponder implements FileResponder {
    /// In bytes: a body up to this is read whole, and what it holds is given back at once. Nearly every socket takes so
    /// little at once.
    private static final int SMALL = 8 * 1024;

    /// In bytes: a piece less the room for a head. Both leave in one turn.
    static final int BEGINNING = Piece.SIZE - 8 * 1024;

    private final FileResponder next;
    private final FetchedBody.Shared shared;

    /// For small bodies that their clients do not take. It is a budget of its own: where large bodies have used up
    /// theirs, no client of a small one loses its connection.
    private final MemoryBudget smallBudget = MemoryBudget.shareOfHeap(16);

    /// @param timeouts of the event loop, which keep none whose time is over (step 4)
    public FetchingResponder(FileResponder next, WorkerPool workers, Timeouts timeouts) {
        this.next = next;
        var budget = MemoryBudget.shareOfHeap(8);
        this.shared = new FetchedBody.Shared(workers, timeouts, budget, new PieceBuffers());
    }

    /// The one whose bodies are fetched (step 7).
    public FileResponder next() {
        return next;
    }

    @Override
    public Response respond(Request request, OpenFile file) throws IOException {
        var response = next.respond(request, file);
        var body = response.body();
        return response.withBody(body.length() <= SMALL ? inMemory(body) : inPieces(request, body));
    }

    private Body inMemory(Body body) throws IOException {
        try (body) {
            var piece = shared.read(body, 0, body.length());
            try {
                return new SmallBody(piece.onHeapFrom(0), smallBudget);
            } finally {
                shared.giveBack(piece);
            }
        }
    }

    /// Makes a body that may block into one that helpers fetch, and whose first bytes are here. Closes it where
    /// that fails. Blocks for the disk.
    public FetchedBody inPieces(Request request, Body body) throws IOException {
        try {
            var fetched = new FetchedBody(body, shared);
            if (request.method() != Method.HEAD) {
                fetched.begin(BEGINNING);
            }
            return fetched;
        } catch (IOException | RuntimeException | Error failure) {
            body.close();
            throw failure;
        }
    }
}
