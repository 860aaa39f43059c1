package eventloop.blocking;

import eventloop.faults.Log;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Looks after threads that cannot look after themselves. A thread that is blocked in a read or a write
/// knows no time; this one goes round every [#ROUND] and ends what has lasted too long.
///
/// Any thread may have something watched or forgotten. What fails while it is looked after is aborted; the
/// watchdog goes on with the others.
final class Watchdog {
    private static final Duration ROUND = Duration.ofMillis(50);
    private static final int SCRAP_SIZE = 16 * 1024;

    /// Something that can last too long. Called by the watchdog, and at the end by the thread that drains it.
    interface Watched {
        /// Ends it if it has lasted too long.
        ///
        /// @param now by [System#nanoTime]
        /// @param scrap room for input that nobody wants, lent for this call
        /// @throws IOException if the client is gone
        void endIfLate(long now, ByteBuffer scrap) throws IOException;

        /// Ends it if nobody is owed anything: its client has asked for nothing more, or was sent its last answer a
        /// moment ago.
        ///
        /// @throws IOException if the client is gone
        void endIfIdle() throws IOException;

        /// Ends it at once, whatever state it is in, and has it forgotten.
        void abort();
    }

    @FunctionalInterface
    private interface Care {
        void of(Watched watched) throws IOException;
    }

    private final Set<Watched> all = ConcurrentHashMap.newKeySet();
    private final ByteBuffer scrap = ByteBuffer.allocateDirect(SCRAP_SIZE);
    private volatile boolean running = true;

    private Watchdog() {}

    static Watchdog start() {
        var watchdog = new Watchdog();
        Thread.ofPlatform().name("watchdog").daemon().start(watchdog::goRound);
        return watchdog;
    }

    void watch(Watched watched) {
        all.add(watched);
    }

    void forget(Watched watched) {
        all.remove(watched);
    }

    /// On the caller's thread: ends what is idle or becomes so, until nothing is watched any more, and aborts what is
    /// left at the deadline. Then the watchdog ends.
    void drain(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean interrupted = false;
        while (!all.isEmpty() && System.nanoTime() - deadline < 0) {
            forAll(Watched::endIfIdle);
            LockSupport.parkNanos(ROUND.toNanos() / 5);
            // Kept for later: while a thread is interrupted it cannot park.
            interrupted |= Thread.interrupted();
        }
        forAll(Watched::abort);
        running = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void goRound() {
        while (running) {
            LockSupport.parkNanos(ROUND.toNanos());
            long now = System.nanoTime();
            try {
                forAll(watched -> watched.endIfLate(now, scrap.clear()));
            } catch (RuntimeException | Error notEvenLogged) {
                // Most likely there is no memory left at this moment. The next round may find some.
            }
        }
    }

    private void forAll(Care care) {
        for (var watched : all) {
            try {
                care.of(watched);
            } catch (IOException clientIsGone) {
                watched.abort();
            } catch (RuntimeException | Error fault) {
                watched.abort();
                Log.fault("looking after a connection", fault);
            }
        }
    }
}
