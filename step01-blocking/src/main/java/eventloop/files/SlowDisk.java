package eventloop.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// A brake on reading, for experiments: today's disks and the page cache hide what a slow read does to
/// a server, so the course makes one slow on purpose (`--slow-disk '*.iso=500'`). Every read of a
/// matching file's bytes by this program takes this much longer. Looking a file up does not, nor does what the
/// operating system moves by itself (step 7): nothing can be put between the disk and `sendfile`.
///
/// A virtual thread that reads a file keeps the platform thread that carries it, and so it does here where the system
/// allows it ([HeldThread]).
@FunctionalInterface
public interface SlowDisk {
    /// No brake at all: every ordinary run.
    SlowDisk NONE = file -> {};

    /// Blocks the calling thread as a slow disk would: interrupting it does not shorten the read.
    void delay(Path file);

    /// @param fileNames a glob, matched against the last part of the name
    static SlowDisk matching(String fileNames, Duration delay) {
        return new Matching(FileSystems.getDefault().getPathMatcher("glob:" + fileNames), delay);
    }

    /// The same disk, but it serves only so many reads at once, as every real one does: the others wait for
    /// their turn (`--slow-disk '*.iso=500,4'`).
    default SlowDisk serving(int atOnce) {
        return new Serving(this, new Semaphore(atOnce));
    }

    /// Slow for the files of some names.
    record Matching(PathMatcher fileNames, Duration time) implements SlowDisk {
        @Override
        public void delay(Path file) {
            if (fileNames.matches(file.getFileName())) {
                block(time);
            }
        }
    }

    /// A disk that serves only so many reads at once.
    record Serving(SlowDisk disk, Semaphore turns) implements SlowDisk {
        @Override
        public void delay(Path file) {
            awaitTurn();
            try {
                disk.delay(file);
            } finally {
                turns.release();
            }
        }

        /// A turn is waited for within the read: a semaphore alone would let a virtual thread step aside.
        private void awaitTurn() {
            if (!Thread.currentThread().isVirtual()) {
                turns.acquireUninterruptibly();
                return;
            }
            while (!turns.tryAcquire()) {
                block(Duration.ofMillis(1));
            }
        }
    }

    private static void block(Duration delay) {
        long end = System.nanoTime() + delay.toNanos();
        boolean interrupted = false;
        for (long left = delay.toNanos(); left > 0; left = end - System.nanoTime()) {
            HeldThread.sleep(left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
