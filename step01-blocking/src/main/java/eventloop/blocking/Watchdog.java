package eventloop.blocking;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Looks after threads that cannot look after themselves. A thread that is blocked in a read or a write
/// knows no time; this one goes round every [#ROUND] and ends what has lasted too long.
final class Watchdog {
    private static final Duration ROUND = Duration.ofMillis(50);

    /// Something that can last too long. Called by the watchdog's thread.
    interface Watched {
        /// @param now by [System#nanoTime]
        void checkDeadline(long now);

        /// Ends it if it waits for nothing but another request.
        void endWhenIdle();

        /// Ends it at once, whatever state it is in.
        void abort();
    }

    private final Set<Watched> all = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;

    Watchdog() {
        Thread.ofPlatform().name("watchdog").daemon().start(this::goRound);
    }

    void watch(Watched watched) {
        all.add(watched);
    }

    void forget(Watched watched) {
        all.remove(watched);
    }

    /// Waits until nothing is watched any more, or aborts what is left at the deadline. Then the
    /// watchdog ends.
    void drain(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!all.isEmpty() && System.nanoTime() < deadline) {
            all.forEach(Watched::endWhenIdle);
            LockSupport.parkNanos(ROUND.toNanos() / 5);
        }
        all.forEach(Watched::abort);
        running = false;
    }

    private void goRound() {
        while (running) {
            LockSupport.parkNanos(ROUND.toNanos());
            long now = System.nanoTime();
            for (var watched : all) {
                watched.checkDeadline(now);
            }
        }
    }
}
