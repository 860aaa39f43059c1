package eventloop.workers;

import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        loop = new EventLoop(new EventQueue(), new TimerWheel());
        workers = WorkerPool.start(4, 1_000, loop);
        thread = Thread.ofPlatform().daemon().start(this::runLoop);
    }

    private void runLoop() {
        try {
            loop.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @TearDown
    public void stop() throws InterruptedException {
        workers.close();
        loop.end(Duration.ZERO);
        thread.join();
    }

    @Benchmark
    public int onTheSpot() throws InterruptedException {
        loop.execute(() -> handOver(job()));
        return results.take();
    }

    @Benchmark
    public int byAHelper() throws InterruptedException {
        loop.execute(() -> workers.submit(new ConstantJob()));
        return results.take();
    }

    private static Integer job() {
        return 42;
    }

    private final class ConstantJob implements Job<Integer> {
        @Override
        public Integer run() {
            return job();
        }

        @Override
        public Reply.Client client() {
            return Reply.Client.LISTENING;
        }

        @Override
        public void complete(Outcome<Integer> outcome) {
            handOver(result(outcome));
        }
    }

    private static Integer result(Outcome<Integer> outcome) {
        return switch (outcome) {
            case Outcome.Done(var result) -> result;
            case Outcome.Failed(var cause) -> throw new AssertionError(cause);
            case Outcome.Abandoned<Integer> _ -> throw new AssertionError("abandoned");
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
