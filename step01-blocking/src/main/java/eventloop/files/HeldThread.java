package eventloop.files;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Sleeps as a thread that reads a file waits: in the operating system. A virtual thread that does so keeps the
/// platform thread that carries it, and the JDK makes up for that with no other (Linux; elsewhere it steps aside, and
/// that is said once).
final class HeldThread {
    private static final String LOOKS_BETTER =
            "--slow-disk: on this system a slow read gives its carrier to other virtual threads, which a read of a"
                    + " real disk does not, so this server looks better than it is: see VIRTUAL-THREADS.md";

    private static final AtomicBoolean isSaid = new AtomicBoolean();

    private HeldThread() {}

    /// For this long, or less.
    static void sleep(long nanos) {
        boolean isVirtual = Thread.currentThread().isVirtual();
        if (isVirtual && SystemCalls.OF_LINUX.isPresent()) {
            SystemCalls.OF_LINUX.get().sleep(Math.clamp(nanos / 1_000, 1, 999_999));
            return;
        }
        if (isVirtual && isSaid.compareAndSet(false, true)) {
            System.err.println(LOOKS_BETTER);
        }
        LockSupport.parkNanos(nanos);
    }
}
