package eventloop.workers;

import eventloop.eventqueue.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What it costs to have a helper do a job that would not have blocked: from the loop to the helper and
/// back as a completion event, against doing it on the spot.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WorkerRoundTripBenchmark {
    private final SynchronousQueue<Integer> results = new SynchronousQueue<>();
    private EventLoop loop;
    private WorkerPool workers;
    private Thread thread;

    @Setup
    public void start() throws IOException {
        loop = new EventLoop();
        workers = new WorkerPool(4, 1_000, loop);
        thread = Thread.ofPlatform().daemon().start(loop);
    }

    @TearDown
    public void stop() throws InterruptedException {
        workers.close();
        loop.close(Duration.ZERO);
        thread.join();
    }

    @Benchmark
    public int onTheSpot() throws InterruptedException {
        loop.execute(() -> handOver(job()));
        return results.take();
    }

    @Benchmark
    public int byAHelper() throws InterruptedException {
        loop.execute(() -> workers.submit(this::job, outcome -> handOver(result(outcome))));
        return results.take();
    }

    private Integer job() {
        return 42;
    }

    private static Integer result(Outcome<Integer> outcome) {
        return switch (outcome) {
            case Outcome.Done(var result) -> result;
            case Outcome.Failed(var cause) -> throw new AssertionError(cause);
        };
    }

    private void handOver(Integer result) {
        try {
            results.put(result);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
