package eventloop.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SlowDiskTest {
    private static final Duration DELAY = Duration.ofMillis(50);

    private final SlowDisk disk = SlowDisk.matching("*.iso", DELAY);

    @Test
    void aMatchingFileTakesLonger() {
        assertThat(timeFor("images/big.iso")).isGreaterThanOrEqualTo(DELAY);
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noOtherFileDoes() {
        SlowDisk.matching("*.iso", Duration.ofHours(1)).delay(Path.of("big.iso.txt"));
    }

    @Test
    void anInterruptIsKeptForLaterAndShortensNothing() {
        Thread.currentThread().interrupt();
        assertThat(timeFor("big.iso")).isGreaterThanOrEqualTo(DELAY);
        assertThat(Thread.interrupted()).isTrue();
    }

    /// Readers are the system's threads: there may be more of them than processors.
    @Test
    void aFewAtOnceAreServedAndTheOthersWaitForTheirTurn() {
        var begun = new AtomicInteger();
        var mayEnd = new Semaphore(0);
        SlowDisk held =
                file -> {
                    begun.incrementAndGet();
                    mayEnd.acquireUninterruptibly();
                };
        var bounded = (SlowDisk.Serving) held.serving(2);
        try (var readers = Executors.newFixedThreadPool(6)) {
            try {
                for (int i = 0; i < 6; i++) {
                    readers.execute(() -> bounded.delay(Path.of("big.iso")));
                }
                await().until(() -> bounded.turns().getQueueLength() == 4 && begun.get() == 2);
            } finally {
                mayEnd.release(6);
            }
        }
        assertThat(begun).hasValue(6);
    }

    private Duration timeFor(String file) {
        long start = System.nanoTime();
        disk.delay(Path.of(file));
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
