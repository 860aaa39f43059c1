package eventloop.workers;

import eventloop.files.SlowDisk;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A disk that keeps whoever reads a file named `slow…` waiting until the gate is opened: as slow as a test
/// needs it, without a clock.
public final class Gate implements SlowDisk, AutoCloseable {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    public void delay(Path file) {
        if (file.getFileName().toString().startsWith("slow")) {
            waiting.incrementAndGet();
            awaitOpening();
        }
    }

    /// How many reads have come to the gate so far.
    public int arrived() {
        return waiting.get();
    }

    /// Lets everybody through, now and from now on.
    public void open() {
        opened.countDown();
    }

    @Override
    public void close() {
        open();
    }

    private void awaitOpening() {
        try {
            opened.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
