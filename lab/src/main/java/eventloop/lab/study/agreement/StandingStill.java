package eventloop.lab.study.agreement;

import eventloop.lab.measure.server.Children;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Has a process stand still again and again, as with `kill -STOP` and `kill -CONT`: so does a server look from outside
/// whose garbage collector stops it, or whose only thread waits for a disk. Linux and macOS.
final class StandingStill implements AutoCloseable {
    private final long pid;
    private final Duration time;
    private final Duration every;
    private final Thread thread;

    /// Why it did not stand still.
    private volatile Optional<IOException> failure = Optional.empty();

    private StandingStill(long pid, Duration time, Duration every) {
        this.pid = pid;
        this.time = time;
        this.every = every;
        thread = Thread.ofVirtual().name("standing still").start(this::stopAndGoOn);
    }

    /// Whether it can be had here: Windows has no such signals.
    static boolean canBeHad() {
        return canBeHadOn(System.getProperty("os.name"));
    }

    static boolean canBeHadOn(String system) {
        return !system.startsWith("Windows");
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
                standStill();
            }
        } catch (InterruptedException closed) {
            // It goes on by now.
        } catch (IOException cannot) {
            failure = Optional.of(cannot);
        }
    }

    private void standStill() throws IOException, InterruptedException {
        try {
            signal("STOP");
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } finally {
            signal("CONT");
        }
    }

    /// No interrupt ends the wait for it: a STOP that is still under way must not come behind its CONT.
    private void signal(String name) throws IOException {
        var command = List.of("kill", "-" + name, String.valueOf(pid));
        int status = Children.start(List.of(), command).onExit().join().exitValue();
        if (status != 0) {
            throw new IOException("kill -%s ended with status %d".formatted(name, status));
        }
    }

    /// When this returns, it goes on.
    ///
    /// @throws IOException if it did not stand still every time
    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
