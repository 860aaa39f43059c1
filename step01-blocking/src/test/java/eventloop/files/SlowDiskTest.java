package eventloop.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SlowDiskTest {
    private static final Duration DELAY = Duration.ofMillis(50);

    private final SlowDisk disk = SlowDisk.matching("*.iso", DELAY);

    @Test
    void aMatchingFileTakesLonger() {
        assertThat(timeFor("images/big.iso")).isGreaterThanOrEqualTo(DELAY);
    }

    @Test
    void noOtherFileDoes() {
        var nearlyStill = SlowDisk.matching("*.iso", Duration.ofHours(1));
        assertThatNoException().isThrownBy(() -> nearlyStill.delay(Path.of("big.iso.txt")));
    }

    @Test
    void anInterruptIsKeptForLaterAndShortensNothing() {
        Thread.currentThread().interrupt();
        assertThat(timeFor("big.iso")).isGreaterThanOrEqualTo(DELAY);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aFewAtOnceAreServedAndTheNextWaitsForItsTurn() {
        var serving = new AtomicInteger();
        var most = new AtomicInteger();
        SlowDisk counting =
                file -> {
                    most.accumulateAndGet(serving.incrementAndGet(), Math::max);
                    disk.delay(file);
                    serving.decrementAndGet();
                };
        var bounded = counting.serving(2);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                readers.execute(() -> bounded.delay(Path.of("big.iso")));
            }
        }
        assertThat(most).hasValue(2);
    }

    private Duration timeFor(String file) {
        long start = System.nanoTime();
        disk.delay(Path.of(file));
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
