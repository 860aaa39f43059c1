package eventloop.workers;

import eventloop.files.OpenFile;
import eventloop.http.Body;
import eventloop.selector.Timeouts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/// A large file that helpers read piece by piece while the event loop sends it. When the loop has sent
/// one piece it asks for the next, and turns to others until that is here.
///
/// No more than one piece is in memory, so a slow client holds up neither a helper nor much memory. Loop
/// thread only.
public final class FetchedBody implements Body.Copied {
    /// As much as the loop writes at once; a smaller piece means more trips to the helpers.
    static final int PIECE = 128 * 1024;

    /// Or as soon after as the loop's timers are exact.
    private static final Duration UNTIL_A_HELPER_IS_FREE = Duration.ofMillis(20);

    private final OpenFile file;
    private final WorkerPool workers;
    private final Timeouts timeouts;
    private final long offset;
    private final long length;
    private Outcome<Piece> fetched;
    private boolean fetching;

    /// @param position in this body of the first of the bytes
    private record Piece(long position, byte[] bytes) {
        private static final Piece NONE = new Piece(0, new byte[0]);

        private boolean holds(long position) {
            return position >= this.position && position < this.position + bytes.length;
        }
    }

    /// @param beginning the file's first bytes, so that the answer need not wait a second time
    FetchedBody(OpenFile file, byte[] beginning, WorkerPool workers, Timeouts timeouts) {
        this(file, 0, file.size(), new Piece(0, beginning), workers, timeouts);
    }

    private FetchedBody(
            OpenFile file,
            long offset,
            long length,
            Piece first,
            WorkerPool workers,
            Timeouts timeouts) {
        this.file = file;
        this.offset = offset;
        this.length = length;
        this.fetched = new Outcome.Done<>(first);
        this.workers = workers;
        this.timeouts = timeouts;
    }

    @Override
    public long length() {
        return length;
    }

    // tag::ready[]
    @Override
    public boolean prepare(long position, Runnable whenReady) {
        if (!fetching && !canCopyFrom(position)) {
            fetch(position, whenReady);
        }
        return !fetching;
    }

    /// A failure is ready as well: copying reports it.
    private boolean canCopyFrom(long position) {
        return switch (fetched) {
            case Outcome.Done(var piece) -> piece.holds(position);
            case Outcome.Failed<Piece> _ -> true;
        };
    }

    private void fetch(long position, Runnable whenReady) {
        fetching = true;
        fetched = new Outcome.Done<>(Piece.NONE);
        try {
            workers.submit(
                    () -> read(position),
                    outcome -> {
                        fetched = outcome;
                        fetching = false;
                        whenReady.run();
                    });
        } catch (RejectedExecutionException full) {
            timeouts.start(UNTIL_A_HELPER_IS_FREE, () -> fetchAgain(position, whenReady));
        }
    }

    private void fetchAgain(long position, Runnable whenReady) {
        if (file.channel().isOpen()) {
            fetch(position, whenReady);
        }
    }

    // end::ready[]

    private Piece read(long position) throws IOException {
        int size = (int) Math.min(PIECE, length - position);
        return new Piece(position, file.read(offset + position, size));
    }

    @Override
    public void copyTo(ByteBuffer target, long position) throws IOException {
        switch (fetched) {
            case Outcome.Done(var piece) -> {
                int from = (int) (position - piece.position);
                target.put(
                        piece.bytes, from, Math.min(piece.bytes.length - from, target.remaining()));
            }
            case Outcome.Failed(var cause) ->
                    throw new IOException("reading " + file.name(), cause);
        }
    }

    @Override
    public FetchedBody slice(long from, long length) {
        return new FetchedBody(file, offset + from, length, Piece.NONE, workers, timeouts);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
