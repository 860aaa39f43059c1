package eventloop.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.blocking.Watchdog.Watched;
import java.io.IOException;
import java.time.Duration;
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
        var clientIsGone = new Recorder(new IOException("a test's own reset"));
        var fault = new Recorder(new StackOverflowError("a test's own fault"));
        var sound = new Recorder();
        watchdog.watch(clientIsGone);
        watchdog.watch(fault);
        watchdog.watch(sound);
        await().until(() -> sound.rounds.get() > 3);
        assertThat(clientIsGone.aborts).hasValue(1);
        assertThat(fault.aborts).hasValue(1);
        assertThat(sound.aborts).hasValue(0);
    }

    @Test
    void whatIsStillThereAtTheEndIsAborted() {
        var lasting = new Recorder();
        watchdog.watch(lasting);
        watchdog.drain(Duration.ZERO);
        assertThat(lasting.aborts).hasValue(1);
    }

    /// Counts what the watchdog does with it, and fails whenever it is looked after, if it has a reason.
    private final class Recorder implements Watched {
        private final AtomicInteger rounds = new AtomicInteger();
        private final AtomicInteger aborts = new AtomicInteger();
        private final Throwable[] reason;

        private Recorder(Throwable... reason) {
            this.reason = reason;
        }

        @Override
        public void endIfLate(long now) throws IOException {
            rounds.incrementAndGet();
            for (var failure : reason) {
                switch (failure) {
                    case IOException gone -> throw gone;
                    case Error fault -> throw fault;
                    default -> throw new AssertionError(failure);
                }
            }
        }

        @Override
        public void endIfIdle() {}

        @Override
        public void abort() {
            aborts.incrementAndGet();
            watchdog.forget(this);
        }
    }
}
