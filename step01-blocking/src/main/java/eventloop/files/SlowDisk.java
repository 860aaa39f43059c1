package eventloop.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// A brake on reading, for experiments: today's disks and the page cache hide what a slow read does to
/// a server, so the course makes one slow on purpose (`--slow-disk '*.iso=500'`). Every read of a
/// matching file's bytes takes this much longer. Looking a file up does not, nor does what the operating
/// system moves by itself (step 7): nothing can be put between the disk and `sendfile`.
@FunctionalInterface
public interface SlowDisk {
    /// No brake at all: every ordinary run.
    SlowDisk NONE = file -> {};

    /// Blocks the calling thread as a slow disk would: interrupting it does not shorten the read.
    void delay(Path file);

    /// @param fileNames a glob that is held against the last part of the name
    static SlowDisk matching(String fileNames, Duration delay) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + fileNames);
        return file -> {
            if (matcher.matches(file.getFileName())) {
                block(delay);
            }
        };
    }

    /// The same disk, but it serves only so many reads at once, as every real one does: the others wait for
    /// their turn (`--slow-disk '*.iso=500,4'`).
    default SlowDisk serving(int atOnce) {
        var turns = new Semaphore(atOnce);
        return file -> {
            turns.acquireUninterruptibly();
            try {
                delay(file);
            } finally {
                turns.release();
            }
        };
    }

    private static void block(Duration delay) {
        long end = System.nanoTime() + delay.toNanos();
        boolean interrupted = false;
        for (long left = delay.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
