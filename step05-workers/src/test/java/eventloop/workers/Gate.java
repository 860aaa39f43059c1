package eventloop.workers;

import eventloop.files.SlowDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/// A disk that keeps whoever reads a file named `slow…` waiting until the gate is opened: as slow as a test
/// needs it, without a clock.
public final class Gate implements SlowDisk, AutoCloseable {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();

    @Override
    public void delay(Path file) {
        if (file.getFileName().toString().startsWith("slow")) {
            threads.add(Thread.currentThread().getName());
            awaitOpening();
        }
    }

    /// How many reads have come to the gate so far.
    public int arrived() {
        return threads.size();
    }

    /// The names of the threads that have come to the gate so far, one for each read.
    public List<String> threads() {
        return List.copyOf(threads);
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
