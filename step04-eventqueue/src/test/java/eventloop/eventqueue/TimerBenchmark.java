package eventloop.eventqueue;

import eventloop.selector.Timeouts.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A connection shows a sign of life and its timeout is restarted, among those of 18,000 others: on the
/// wheel, in a heap as textbooks have it, and with the JDK's own scheduler.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TimerBenchmark {
    private static final int CONNECTIONS = 18_000;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private record Deadline(long nanos, int connection) {}

    private final List<Timeout> onTheWheel = new ArrayList<>();
    private final PriorityQueue<Deadline> heap =
            new PriorityQueue<>((a, b) -> Long.signum(a.nanos - b.nanos));
    private final Deadline[] inTheHeap = new Deadline[CONNECTIONS];
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final Future<?>[] inTheScheduler = new Future<?>[CONNECTIONS];
    private int next;

    @Setup
    public void start() {
        var wheel = new TimerWheel();
        scheduler.setRemoveOnCancelPolicy(true);
        for (int i = 0; i < CONNECTIONS; i++) {
            onTheWheel.add(wheel.start(IDLE, () -> {}));
            inTheHeap[i] = deadline(i);
            heap.add(inTheHeap[i]);
            inTheScheduler[i] = schedule();
        }
    }

    @TearDown
    public void stop() {
        scheduler.shutdownNow();
    }

    private Future<?> schedule() {
        return scheduler.schedule(() -> {}, IDLE.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Deadline deadline(int connection) {
        return new Deadline(System.nanoTime() + IDLE.toNanos(), connection);
    }

    private int someConnection() {
        next = (next + 7919) % CONNECTIONS;
        return next;
    }

    @Benchmark
    public void restartOnTheWheel() {
        onTheWheel.get(someConnection()).restart(IDLE);
    }

    @Benchmark
    public void restartInAHeap() {
        int connection = someConnection();
        heap.remove(inTheHeap[connection]);
        inTheHeap[connection] = deadline(connection);
        heap.add(inTheHeap[connection]);
    }

    @Benchmark
    public void restartInTheScheduler() {
        int connection = someConnection();
        inTheScheduler[connection].cancel(false);
        inTheScheduler[connection] = schedule();
    }
}
