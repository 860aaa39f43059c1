package eventloop.exercises.step05;

import eventloop.files.SlowDisk;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A disk on which one file cannot be read before the test says so.
public final class SlowFile implements SlowDisk {
    /// Of the file.
    public static final String NAME = "slow.txt";

    private final CountDownLatch reader = new CountDownLatch(1);
    private final CountDownLatch mayBeRead = new CountDownLatch(1);

    @Override
    public void delay(Path file) {
        if (file.endsWith(NAME)) {
            reader.countDown();
            await(mayBeRead);
        }
    }

    /// Waits until somebody waits for the file.
    public void awaitReader() {
        await(reader);
    }

    public void beRead() {
        mayBeRead.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(5, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody has come in five seconds");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
