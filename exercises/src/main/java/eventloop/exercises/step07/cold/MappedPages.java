package eventloop.exercises.step07.cold;

import eventloop.files.OpenFile;
import eventloop.http.Reply.Client;
import eventloop.selector.Timeouts;
import eventloop.workers.Job;
import eventloop.workers.Outcome;
import eventloop.workers.WorkerPool;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/// The pages of a file, as the operating system tells of them (mincore(2)); a helper brings them by reading them.
final class MappedPages implements Pages {
    private static final int PIECE = 64 * 1024;
    private static final Duration UNTIL_A_HELPER_IS_FREE = Duration.ofMillis(20);

    private final OpenFile file;
    private final WorkerPool workers;
    private final Timeouts timeouts;

    MappedPages(OpenFile file, WorkerPool workers, Timeouts timeouts) {
        this.file = file;
        this.workers = workers;
        this.timeouts = timeouts;
    }

    @Override
    public boolean holds(long position) {
        try (var arena = Arena.ofConfined()) {
            return file.channel().map(FileChannel.MapMode.READ_ONLY, position, 1, arena).isLoaded();
        } catch (IOException cutOff) {
            return false;
        }
    }

    @Override
    public void bring(long from, long to, Runnable whenHere) {
        try {
            workers.submit(new Read(from, to, whenHere));
        } catch (RejectedExecutionException full) {
            timeouts.start(UNTIL_A_HELPER_IS_FREE, () -> bringUnlessClosed(from, to, whenHere));
        }
    }

    private void bringUnlessClosed(long from, long to, Runnable whenHere) {
        if (file.channel().isOpen()) {
            bring(from, to, whenHere);
        }
    }

    private final class Read implements Job<Long> {
        private final long from;
        private final long to;
        private final Runnable whenHere;

        private Read(long from, long to, Runnable whenHere) {
            this.from = from;
            this.to = to;
            this.whenHere = whenHere;
        }

        @Override
        public Long run() throws IOException {
            var scrap = ByteBuffer.allocateDirect(PIECE);
            for (long position = from; position < to; position += scrap.position()) {
                file.read(scrap.clear(), position, to - position);
            }
            return to;
        }

        @Override
        public Client client() {
            return Client.LISTENING;
        }

        @Override
        public void complete(Outcome<Long> outcome) {
            whenHere.run();
        }
    }
}
