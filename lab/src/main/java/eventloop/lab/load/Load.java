package eventloop.lab.load;

import com.sun.management.UnixOperatingSystemMXBean;
import eventloop.lab.server.Placement;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The whole load: one load process, or several that share it, when one may not have as many open files as
/// there are clients.
public final class Load implements AutoCloseable {
    /// What a process needs for itself: jars, pipes, the event loop.
    private static final long OWN_FILES = 300;

    private static final long FILES_IF_UNKNOWN = 4096;

    private final List<LoadProcess> processes = new ArrayList<>();
    private final ExecutorService together = Executors.newVirtualThreadPerTaskExecutor();

    private Load() {}

    /// Starts the load and waits until all companions are in their places.
    ///
    /// @throws IOException if a process ends instead
    public static Load start(LoadPlan plan, Placement placement)
            throws IOException, InterruptedException {
        return start(plan, processesFor(plan, openFilesAllowed()), placement);
    }

    static Load start(LoadPlan plan, int processes, Placement placement)
            throws IOException, InterruptedException {
        var load = new Load();
        try {
            load.processes.addAll(
                    load.inAll(
                            processes,
                            number -> LoadProcess.start(plan.part(number, processes), placement)));
            return load;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            load.close();
            throw failure;
        }
    }

    static int processesFor(LoadPlan plan, long files) {
        long connections =
                plan.clients().count()
                        + plan.companions().stream().mapToLong(Companions::count).sum();
        return (int) Math.max(1, Math.ceilDiv(connections, files - OWN_FILES));
    }

    private static long openFilesAllowed() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : FILES_IF_UNKNOWN;
    }

    /// How many companions have no connection.
    public int sentAway() {
        return processes.stream().mapToInt(LoadProcess::sentAway).sum();
    }

    /// Has one phase done, by all processes at the same time.
    ///
    /// @param listener hears of all events as they happen in the first process, and of the result of all
    /// @throws IOException if a process ends before it is done
    public PhaseResult run(Phase phase, Consumer<LoadEvent> listener)
            throws IOException, InterruptedException {
        int count = processes.size();
        var parts =
                inAll(
                        count,
                        number ->
                                processes
                                        .get(number)
                                        .run(
                                                phase.part(number, count),
                                                event -> hear(event, number, listener)));
        var result = PhaseResult.sum(phase, parts);
        listener.accept(new LoadEvent.Done(result));
        return result;
    }

    private static void hear(LoadEvent event, int number, Consumer<LoadEvent> listener) {
        if (number == 0 && !(event instanceof LoadEvent.Done)) {
            listener.accept(event);
        }
    }

    private interface Part<T> {
        T of(int number) throws Exception;
    }

    private <T> List<T> inAll(int count, Part<T> part) throws IOException, InterruptedException {
        var tasks =
                IntStream.range(0, count)
                        .mapToObj(number -> (Callable<T>) () -> part.of(number))
                        .toList();
        var results = new ArrayList<T>();
        for (var done : together.invokeAll(tasks)) {
            results.add(get(done));
        }
        return results;
    }

    private static <T> T get(Future<T> done) throws IOException, InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case IOException ended -> throw ended;
                case InterruptedException impatient -> throw impatient;
                default -> throw new IllegalStateException(failure.getCause());
            }
        }
    }

    @Override
    public void close() {
        processes.forEach(LoadProcess::close);
        together.close();
    }
}
