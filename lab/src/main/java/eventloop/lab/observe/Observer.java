package eventloop.lab.observe;

import eventloop.lab.load.LoadEvent;
import eventloop.lab.load.Phase;
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

    private OptionalInt mostThreads = OptionalInt.empty();
    private OptionalLong peakMemory = OptionalLong.empty();
    private OptionalDouble closedSwitches = OptionalDouble.empty();
    private OptionalDouble openSwitches = OptionalDouble.empty();
    private int threadsEnded;
    private Optional<ContextSwitches> counting = Optional.empty();
    private Bystanders phaseBystanders = new Bystanders();
    private OptionalDouble bystanders = OptionalDouble.empty();
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
                counting = Optional.of(new ContextSwitches(files));
                phaseBystanders = new Bystanders();
            }
            case LoadEvent.CountingEnded _ -> {
                look();
                counting.ifPresent(ContextSwitches::look);
                bystanders = greater(bystanders, phaseBystanders.share());
            }
            case LoadEvent.Done(var result) -> {
                var switches = switchesPerRequest(result.answeredInAll());
                switch (result.phase()) {
                    case Phase.ClosedLoop _ -> closedSwitches = switches;
                    case Phase.OpenLoop _ -> openSwitches = switches;
                }
                counting = Optional.empty();
            }
        }
    }

    private static OptionalDouble greater(OptionalDouble one, OptionalDouble other) {
        return other.orElse(0) > one.orElse(0) ? other : one;
    }

    private OptionalDouble switchesPerRequest(long requests) {
        threadsEnded += counting.map(ContextSwitches::threadsEnded).orElse(0);
        return counting.filter(ContextSwitches::areKnown)
                .filter(_ -> requests > 0)
                .map(switches -> OptionalDouble.of((double) switches.total() / requests))
                .orElse(OptionalDouble.empty());
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
            counting.ifPresent(ContextSwitches::look);
        }
    }

    public synchronized Observation observation() {
        return new Observation(
                mostThreads, peakMemory, closedSwitches, openSwitches, threadsEnded, bystanders);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
