package eventloop.workers;

import eventloop.faults.Closing;
import eventloop.faults.Log;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import eventloop.http.Reply;
import eventloop.selector.MemoryBudget;
import eventloop.selector.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/// A body that blocks, such as a file, made into one that does not: helpers have it send its bytes into
/// memory, piece by piece, and the event loop sends them on. When the loop has sent one piece it asks for the
/// next, and turns to others until that is here.
///
/// No more than one piece is in memory, so a slow client holds up neither a helper nor much memory.
/// Helpers make it; from then on loop thread only.
public final class FetchedBody implements Body {
    // Made with the class, before they are needed: that a helper is at it is noted also where no
    // memory is left.
    private static final Fetched NOTHING = new Fetched.Nothing();
    private static final Fetched ON_ITS_WAY = new Fetched.OnItsWay();

    /// At least: with the ticks of the loop's timers it becomes 50 to 100 ms. Whoever comes meanwhile may take the
    /// place that gets free: where few jobs may wait, and many come, an answer that has begun goes on slowly.
    private static final Duration UNTIL_A_HELPER_IS_FREE = Duration.ofMillis(20);

    /// What all fetched bodies of a server have in common.
    ///
    /// @param workers fetch the pieces
    /// @param timeouts of the event loop, which keep none whose time is over (step 4): so none is cancelled here
    /// @param budget for pieces whose clients do not take them: what is beyond is dropped, and fetched once more when
    ///     the client reads on
    /// @param buffers for pieces that are on their way
    record Shared(
            WorkerPool workers, Timeouts timeouts, MemoryBudget budget, PieceBuffers buffers) {
        /// The first bytes of `[from, to)`, as many as make a piece; it goes back by [#giveBack]. Blocks.
        Piece read(Body body, long from, long to) throws IOException {
            int size = (int) Math.min(Piece.SIZE, to - from);
            var buffer = buffers.take(size);
            try {
                return Piece.read(body, from, buffer.limit(size));
            } catch (IOException | RuntimeException | Error failure) {
                buffers.giveBack(buffer);
                throw failure;
            }
        }

        /// Any thread; nobody may use the piece any more. May need memory, and where none is left the buffer is lost:
        /// so what must happen in any case comes before.
        void giveBack(Piece piece) {
            buffers.giveBack(piece.bytes());
        }
    }

    private final Body body;
    private final Shared shared;
    private Fetched fetched = NOTHING;

    /// In bytes: what the budget counts of it.
    private long counted;

    private volatile boolean closed;

    FetchedBody(Body body, Shared shared) {
        this.body = body;
        this.shared = shared;
    }

    /// Reads so many of its first bytes at most, so that the answer need not wait a second time. Blocks: to be called
    /// before the loop has the body.
    void begin(long most) throws IOException {
        fetched = shared.read(body, 0, Math.min(most, length()));
    }

    @Override
    public long length() {
        return body.length();
    }

    /// Whether helpers have done with the byte at this position: it is here; or it has failed to come, and sending
    /// will tell.
    public boolean isSettled(long position) {
        return switch (fetched) {
            case Piece piece -> piece.holds(position);
            case Fetched.Nothing _, Fetched.OnItsWay _ -> false;
            case Fetched.Failed _ -> true;
        };
    }

    // tag::prepare[]
    @Override
    public boolean prepare(long from, long to, Runnable whenReady) {
        return switch (fetched) {
            case Piece piece when piece.holds(from) -> true;
            case Piece _, Fetched.Nothing _ -> {
                fetch(from, to, whenReady);
                yield false;
            }
            case Fetched.OnItsWay _ -> false;
            case Fetched.Failed _ -> true; // Sending will tell.
        };
    }

    private void fetch(long from, long to, Runnable whenReady) {
        try {
            shared.workers().submit(new FetchJob(from, to, whenReady));
            replaceBy(ON_ITS_WAY);
        } catch (RejectedExecutionException full) {
            replaceBy(NOTHING);
            shared.timeouts().start(UNTIL_A_HELPER_IS_FREE, () -> fetchAgain(from, to, whenReady));
        }
    }

    // end::prepare[]

    /// The buffer of a piece that was here goes back.
    private void replaceBy(Fetched next) {
        var replaced = fetched;
        fetched = next;
        if (replaced instanceof Piece piece) {
            shared.giveBack(piece);
        }
    }

    private void fetchAgain(long from, long to, Runnable whenReady) {
        if (!closed) {
            fetch(from, to, whenReady);
        }
    }

    /// Brings one piece.
    private final class FetchJob implements Job<Piece> {
        private final long from;
        private final long to;
        private final Runnable whenReady;

        private FetchJob(long from, long to, Runnable whenReady) {
            this.from = from;
            this.to = to;
            this.whenReady = whenReady;
        }

        @Override
        public Piece run() throws IOException {
            return shared.read(body, from, to);
        }

        @Override
        public Reply.Client client() {
            return closed ? Reply.Client.GONE : Reply.Client.LISTENING;
        }

        @Override
        public void complete(Outcome<Piece> outcome) {
            if (closed) {
                discard(outcome);
                return;
            }
            // First this: no helper is at it any more, even if memory ends with what follows.
            fetched = NOTHING;
            switch (outcome) {
                case Outcome.Done(var piece) -> fetched = piece;
                case Outcome.Failed(var cause) -> noteFailure(cause);
                case Outcome.Abandoned<Piece> _ -> {}
            }
            whenReady.run();
        }

        /// Who waits for the bytes is cut off, or told to ask once more, and learns no reason. So that is logged here.
        private void noteFailure(Throwable cause) {
            fetched = new Fetched.Failed(cause);
            if (cause instanceof IOException failure) {
                Log.problem("cannot read on", failure);
            }
        }

        /// Nobody wants the piece any more: the body was closed while a helper was at it, or the loop has ended. The
        /// body is closed here, since [FetchedBody#close] has left that to whoever comes back from the disk.
        @Override
        public void discard(Outcome<Piece> outcome) {
            closeBody();
            if (outcome instanceof Outcome.Done(var piece)) {
                shared.giveBack(piece);
            }
        }
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        giveBackCounted();
        switch (fetched) {
            case Piece piece -> {
                piece.send(out, from, to);
                keepOrDrop(piece, out, from + out.contentSent());
            }
            case Fetched.Failed(IOException failure) -> throw failure;
            case Fetched.Failed(var fault) ->
                    throw new IllegalStateException("fetching a piece", fault);
            case Fetched.Nothing _, Fetched.OnItsWay _ ->
                    throw new IllegalStateException("sent before it was here");
        }
    }

    /// A client that does not take its piece may go on so for long, and the piece lies in a buffer that others need.
    private void keepOrDrop(Piece piece, Outgoing out, long position) {
        if (!piece.holds(position)) {
            replaceBy(NOTHING);
        } else if (out.isFull()) {
            int most = piece.bytes().limit();
            if (shared.budget().take(most)) {
                counted = most;
                replaceBy(piece.onHeapFrom(position));
            } else {
                replaceBy(NOTHING);
            }
        }
    }

    private void giveBackCounted() {
        shared.budget().giveBack(counted);
        counted = 0;
    }

    /// Closing a file waits until nobody reads it any more, and the loop must not wait: if a helper is at it,
    /// the file is closed when the helper is done.
    @Override
    public void close() {
        closed = true;
        giveBackCounted();
        if (!(fetched instanceof Fetched.OnItsWay)) {
            closeBody();
            replaceBy(NOTHING);
        }
    }

    private void closeBody() {
        Closing.orLog(body, "a file");
    }
}
