package eventloop.lab.measure.load;

import eventloop.lab.measure.server.Placement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The whole load, in as many processes as it takes. One takes as many connections as it has room for, and as it may
/// have open files.
///
/// Its companions come when it starts and stay until it is closed. After a failure it can only be closed.
public final class Load implements AutoCloseable {
    /// Most of what there is to compile is found before the clients leave for the first time.
    private static final double FIRST_PART_OF_WARM_UP = 2.0 / 3;

    private static final Phase A_SECOND = new Phase.ClosedLoop(0, 1, true);

    private static final Phase LOOK_AROUND = new Phase.ClosedLoop(0, 0.01);

    private final LoadPlan plan;
    private final Placement placement;
    private final List<LoadProcess> processes;
    private int sentAway;

    private Load(LoadPlan plan, Placement placement, List<LoadProcess> processes) {
        this.plan = plan;
        this.placement = placement;
        this.processes = processes;
    }

    /// Starts the processes and waits until all companions are in their places.
    ///
    /// @throws IOException if one of them ends instead
    public static Load start(LoadPlan plan, Placement placement)
            throws IOException, InterruptedException {
        return start(plan, placement, OpenFiles.connectionsPerProcess(), LoadHeap.ROOMY);
    }

    /// @param first of the processes, which has been started already
    /// @throws IOException if one of them ends instead
    public static Load start(LoadPlan plan, Placement placement, UntoldLoad first)
            throws IOException, InterruptedException {
        var shares = divide(plan, OpenFiles.connectionsPerProcess());
        return start(plan, placement, shares, LoadHeap.ROOMY, first);
    }

    /// @param connectionsPerProcess at most, so that the number of processes follows from it
    /// @param heap of each of them
    /// @throws IOException if one of them ends instead
    public static Load start(
            LoadPlan plan, Placement placement, int connectionsPerProcess, LoadHeap heap)
            throws IOException, InterruptedException {
        var shares = divide(plan, connectionsPerProcess);
        return start(plan, placement, shares, heap, UntoldLoad.begin(placement, heap));
    }

    private static List<Share> divide(LoadPlan plan, int connectionsPerProcess) throws IOException {
        int most = LoadHeap.connectionsWithin(connectionsPerProcess);
        var shares = Division.of(plan, most);
        if (!shares.stream().allMatch(Share::worksOnlyBesideClients)) {
            throw new IOException(
                    "the load takes more processes than it has clients, for one has room for %,d connections"
                            .formatted(most));
        }
        return shares;
    }

    private static Load start(
            LoadPlan plan, Placement placement, List<Share> shares, LoadHeap heap, UntoldLoad first)
            throws IOException, InterruptedException {
        var processes = new ArrayList<LoadProcess>();
        var load = new Load(plan, placement, processes);
        try {
            processes.add(first.tell(shares.getFirst()));
            for (var share : shares.subList(1, shares.size())) {
                processes.add(
                        LoadProcess.begin(share, placement, share.asks() ? heap : LoadHeap.FRUGAL));
            }
            load.awaitReady();
            return load;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            load.close();
            throw failure;
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        sentAway =
                Together.all(processes, LoadProcess::awaitReady).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    public Stream<Long> pids() {
        return processes.stream().map(LoadProcess::pid);
    }

    /// How many processes it is divided over.
    public int processes() {
        return processes.size();
    }

    /// How many companions have no connection.
    public int sentAway() {
        return sentAway;
    }

    /// Has one phase done, by all processes at once.
    ///
    /// @param listener hears of events as they happen, as if there was one process: from any thread, but one
    ///     at a time
    /// @throws IOException if a process ends before it is done
    public PhaseResult run(Phase phase, Consumer<LoadEvent> listener)
            throws IOException, InterruptedException {
        var asking = processes.stream().filter(process -> process.share().asks()).toList();
        var merged = new MergedEvents(phase, asking.size(), listener);
        try {
            var parts =
                    Together.all(
                            asking,
                            process ->
                                    process.run(
                                            Division.phase(phase, process.share(), plan), merged));
            var result =
                    PhaseResult.of(phase, parts, placement.loadProcessors()).losing(lostBeside());
            listener.accept(new LoadEvent.Done(result));
            return result;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /// Warms the server, and the load itself. All clients leave midway and come again: what a server does then has
    /// not run before, and a JVM throws away what it has compiled without it. That must not happen when the first
    /// round begins.
    ///
    /// @param phase of which nothing counts
    /// @throws IOException if a process ends before it is done
    public void warmUp(Phase phase) throws IOException, InterruptedException {
        run(phase.lasting(phase.seconds() * FIRST_PART_OF_WARM_UP), event -> {});
        run(phase.lasting(phase.seconds() * (1 - FIRST_PART_OF_WARM_UP)), event -> {});
    }

    /// Has the clients ask for a second as fast as they are answered, and stay.
    ///
    /// @return bytes of right answers
    /// @throws IOException if a process ends before it is done
    public long askForASecond() throws IOException, InterruptedException {
        return run(A_SECOND, _ -> {}).bodyBytes();
    }

    /// Companions without a connection, of the processes that ask for nothing.
    private int lostBeside() throws IOException, InterruptedException {
        var quiet = processes.stream().filter(process -> !process.share().asks()).toList();
        return Together.all(quiet, process -> process.run(LOOK_AROUND, _ -> {})).stream()
                .mapToInt(PhaseResult::companionsLost)
                .sum();
    }

    @Override
    public void close() {
        processes.forEach(LoadProcess::end);
        processes.forEach(LoadProcess::close);
    }
}
