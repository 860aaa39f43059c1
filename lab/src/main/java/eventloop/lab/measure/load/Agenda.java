package eventloop.lab.measure.load;

import io.netty.channel.EventLoop;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// What is to be done on the generator's event loop at some time.
///
/// A loop forgets a task that fails. Nobody would hear of it, and whoever waits for what the task was to bring
/// about would wait for ever. So every failure is told.
///
/// @param failed hears of it, on the loop
record Agenda(EventLoop loop, Consumer<Throwable> failed) {
    void now(Runnable task) {
        loop.execute(orTell(task));
    }

    /// @param time on the clock of [System#nanoTime]
    void at(long time, Runnable task) {
        loop.schedule(orTell(task), time - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    void afterMillis(long millis, Runnable task) {
        loop.schedule(orTell(task), millis, TimeUnit.MILLISECONDS);
    }

    /// Again and again, so often, until it is cancelled.
    ScheduledFuture<?> everyMillis(long millis, Runnable task) {
        return loop.scheduleAtFixedRate(orTell(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private Runnable orTell(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error failure) {
                failed.accept(failure);
            }
        };
    }
}
