package eventloop.lab.observe;

import eventloop.lab.load.LoadEvent;
import eventloop.lab.load.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Watches a process while it is under load, and makes an [Observation] of it.
///
/// It hears from the load when phases begin and end. It is frugal: what it uses is the load's processor.
public final class Observer implements Consumer<LoadEvent>, AutoCloseable {
    private static final long MILLIS_BETWEEN_LOOKS = 200;

    /// Looking at every thread takes some milliseconds where there are thousands.
    private static final long MILLIS_BETWEEN_CLOSE_LOOKS = 1000;

    private final ProcessFiles files;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("observer").factory());

    private final Optional<ConnectionCounts> connectionsBefore = ConnectionCounts.now();
    private final List<Work> work = new ArrayList<>();
    private OptionalInt mostThreads = OptionalInt.empty();
    private OptionalLong peakMemory = OptionalLong.empty();
    private OptionalDouble bystanders = OptionalDouble.empty();
    private int threadsEnded;
    private Optional<PhaseWatch> watch = Optional.empty();
    private boolean isClosedLoop;

    private Observer(ProcessFiles files) {
        this.files = files;
    }

    public static Observer of(long pid) {
        var observer = new Observer(ProcessFiles.of(pid));
        observer.repeat(observer::look, MILLIS_BETWEEN_LOOKS);
        observer.repeat(observer::lookClosely, MILLIS_BETWEEN_CLOSE_LOOKS);
        return observer;
    }

    private void repeat(Runnable look, long millis) {
        looks.scheduleWithFixedDelay(look, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void accept(LoadEvent event) {
        switch (event) {
            case LoadEvent.Ready _ -> {
                // Companions are not counted.
            }
            case LoadEvent.Begun(var phase) -> {
                isClosedLoop = phase instanceof Phase.ClosedLoop;
                watch = Optional.of(new PhaseWatch(files));
            }
            case LoadEvent.CountingEnded _ -> {
                look();
                watch.ifPresent(PhaseWatch::end);
            }
            case LoadEvent.Done(var result) -> {
                watch.ifPresent(ended -> conclude(ended, result.answeredInAll()));
                watch = Optional.empty();
            }
        }
    }

    private void conclude(PhaseWatch ended, long requests) {
        work.add(ended.work(requests));
        threadsEnded += ended.threadsEnded();
        bystanders = greater(bystanders, ended.bystandersShare());
    }

    private static OptionalDouble greater(OptionalDouble one, OptionalDouble other) {
        return other.orElse(0) > one.orElse(0) ? other : one;
    }

    private synchronized void look() {
        var threads = files.threads();
        if (threads.isPresent() && threads.getAsInt() > mostThreads.orElse(0)) {
            mostThreads = threads;
        }
        var memory = files.peakMemoryBytes();
        if (memory.isPresent()) {
            peakMemory = memory;
        }
    }

    /// Not in an open loop: there it would show in the latency.
    private synchronized void lookClosely() {
        if (isClosedLoop) {
            watch.ifPresent(PhaseWatch::look);
        }
    }

    public synchronized Observation observation() {
        var connections =
                ConnectionCounts.now()
                        .flatMap(now -> connectionsBefore.map(before -> now.since(before)));
        return new Observation(
                mostThreads,
                peakMemory,
                List.copyOf(work),
                threadsEnded,
                bystanders,
                number(connections.map(ConnectionCounts::accepted)),
                number(connections.map(ConnectionCounts::dropped)));
    }

    private static OptionalLong number(Optional<Long> value) {
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
