package eventloop.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.blocking.Watchdog.Watched;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final Watchdog watchdog = Watchdog.start();

    @AfterEach
    void end() {
        watchdog.drain(Duration.ZERO);
    }

    @Test
    void whatFailsIsAbortedAndTheOthersAreLookedAfterAllTheSame() {
        var clientIsGone = new Recorder(Optional.of(new IOException("a test's own reset")));
        var fault = new Recorder(Optional.of(new StackOverflowError("a test's own fault")));
        var sound = new Recorder(Optional.empty());
        watchdog.watch(clientIsGone);
        watchdog.watch(fault);
        watchdog.watch(sound);
        await().until(() -> sound.rounds.get() > 3);
        assertThat(clientIsGone.aborts).hasValue(1);
        assertThat(fault.aborts).hasValue(1);
        assertThat(sound.aborts).hasValue(0);
    }

    /// Twenty times a second, for as many as are refused: each of them would need one of its own.
    @Test
    void allWhoAreLookedAfterShareOneBuffer() {
        var one = new Recorder(Optional.empty());
        var other = new Recorder(Optional.empty());
        watchdog.watch(one);
        watchdog.watch(other);
        await().until(() -> one.rounds.get() > 3 && other.rounds.get() > 3);
        assertThat(one.scraps).hasSize(1).isEqualTo(other.scraps);
    }

    @Test
    void whatIsStillThereAtTheEndIsAborted() {
        var lasting = new Recorder(Optional.empty());
        watchdog.watch(lasting);
        watchdog.drain(Duration.ZERO);
        assertThat(lasting.aborts).hasValue(1);
    }

    /// An interrupt ends every pause at once, so the processor would have none.
    @Test
    void anInterruptIsKeptForLaterAndDrainingPausesAllTheSame() {
        var lasting = new Recorder(Optional.empty());
        watchdog.watch(lasting);
        Thread.currentThread().interrupt();
        watchdog.drain(Duration.ofMillis(300));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(lasting.looks.get()).isBetween(1, 100);
    }

    /// Counts what the watchdog does with it, and fails whenever it is looked after, if it is to.
    private final class Recorder implements Watched {
        /// Buffers, told apart by who they are and not by what is in them.
        private final Set<ByteBuffer> scraps =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

        private final AtomicInteger rounds = new AtomicInteger();
        private final AtomicInteger aborts = new AtomicInteger();
        private final AtomicInteger looks = new AtomicInteger();
        private final Optional<Throwable> failure;

        private Recorder(Optional<Throwable> failure) {
            this.failure = failure;
        }

        @Override
        public void endIfLate(long now, ByteBuffer scrap) throws IOException {
            scraps.add(scrap);
            rounds.incrementAndGet();
            if (failure.isPresent()) {
                switch (failure.get()) {
                    case IOException gone -> throw gone;
                    case Error fault -> throw fault;
                    default -> throw new AssertionError(failure.get());
                }
            }
        }

        @Override
        public void endIfIdle() {
            looks.incrementAndGet();
        }

        @Override
        public void abort() {
            aborts.incrementAndGet();
            watchdog.forget(this);
        }
    }
}
