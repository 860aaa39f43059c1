package eventloop.lab.study.agreement;

import eventloop.lab.measure.server.Children;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Has a process stand still again and again, as with `kill -STOP` and `kill -CONT`: so does a server look from outside
/// whose garbage collector stops it, or whose only thread waits for a disk. Linux and macOS.
final class StandingStill implements AutoCloseable {
    private final long pid;
    private final Duration time;
    private final Duration every;
    private final Thread thread;

    private StandingStill(long pid, Duration time, Duration every) {
        this.pid = pid;
        this.time = time;
        this.every = every;
        thread = Thread.ofVirtual().name("standing still").start(this::stopAndGoOn);
    }

    /// From now on.
    ///
    /// @param time for which it stands still
    /// @param every from one stop to the next
    static StandingStill of(long pid, Duration time, Duration every) {
        return new StandingStill(pid, time, every);
    }

    private void stopAndGoOn() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(every.minus(time).toNanos());
                signal("STOP");
                try {
                    TimeUnit.NANOSECONDS.sleep(time.toNanos());
                } finally {
                    signal("CONT");
                }
            }
        } catch (InterruptedException closed) {
            // It goes on by now.
        }
    }

    private void signal(String name) throws InterruptedException {
        try {
            Children.start(List.of(), List.of("kill", "-" + name, String.valueOf(pid))).waitFor();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// When this returns, it goes on.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
