package eventloop.lab.measure.observe;

import eventloop.lab.measure.load.LoadEvent;
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
import java.util.stream.DoubleStream;

/// Watches a process while it is under load, and makes an [Observation] of it.
///
/// It hears from the load when phases begin and end. It is frugal, since what it uses is the load's processor,
/// or the server's: while requests are counted it reads one file now and then, and looks at every thread only
/// before and after.
public final class Observer implements Consumer<LoadEvent>, AutoCloseable {
    private static final long MILLIS_BETWEEN_LOOKS = 200;

    private final ProcessFiles files;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("observer").factory());

    private final OptionalLong droppedBefore;
    private final List<PhaseCost> work = new ArrayList<>();
    private OptionalInt mostThreads = OptionalInt.empty();
    private OptionalLong peakMemory = OptionalLong.empty();
    private OptionalDouble bystanders = OptionalDouble.empty();
    private Optional<PhaseWatch> watch = Optional.empty();

    private Observer(ProcessFiles files) {
        this.files = files;
        droppedBefore = files.droppedConnections();
    }

    /// Begins to watch.
    public static Observer of(long pid) {
        var observer = new Observer(ProcessFiles.of(pid));
        observer.looks.scheduleWithFixedDelay(
                observer::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        return observer;
    }

    @Override
    public synchronized void accept(LoadEvent event) {
        switch (event) {
            case LoadEvent.Ready _ -> {
                // Companions are not counted.
            }
            case LoadEvent.Begun _ -> watch = Optional.of(new PhaseWatch(files));
            case LoadEvent.CountingBegun _ -> watch.ifPresent(PhaseWatch::beginCounting);
            case LoadEvent.CountingEnded _ -> {
                watch.ifPresent(PhaseWatch::endCounting);
                look();
            }
            case LoadEvent.Done(var result) -> {
                watch.ifPresent(ended -> {
                    work.add(ended.work(result));
                    bystanders = greater(bystanders, ended.bystandersShare());
                });
                watch = Optional.empty();
            }
        }
    }

    private static OptionalDouble greater(OptionalDouble one, OptionalDouble other) {
        return DoubleStream.concat(one.stream(), other.stream()).max();
    }

    private synchronized void look() {
        var status = files.status();
        var threads = status.threads();
        if (threads.isPresent() && threads.getAsInt() > mostThreads.orElse(0)) {
            mostThreads = threads;
        }
        var memory = status.peakMemoryBytes();
        if (memory.isPresent()) {
            peakMemory = memory;
        }
    }

    public synchronized Observation observation() {
        return new Observation(
                mostThreads,
                peakMemory,
                List.copyOf(work),
                bystanders,
                droppedSince(droppedBefore));
    }

    private OptionalLong droppedSince(OptionalLong before) {
        var now = files.droppedConnections();
        return now.isPresent() && before.isPresent()
                ? OptionalLong.of(now.getAsLong() - before.getAsLong())
                : OptionalLong.empty();
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
