package eventloop.threadpool;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What it costs to have another thread do something: a hundred tasks are handed over, and all of them
/// waited for. Our pool against the JDK's, and against a new thread for each task as in step 1.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HandOffBenchmark {
    private static final int TASKS = 100;
    private static final int THREADS = 4;

    private final Semaphore done = new Semaphore(0);
    private ThreadPool<Runnable> ours;
    private ExecutorService jdk;

    @Setup
    public void start() {
        ours = ThreadPool.start("benchmark", THREADS, TASKS, new FirstComeFirstServed<>());
        jdk =
                new ThreadPoolExecutor(
                        THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(TASKS));
    }

    @TearDown
    public void stop() {
        ours.close();
        jdk.close();
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void ourPool() throws InterruptedException {
        handOver(ours::execute);
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void poolOfTheJdk() throws InterruptedException {
        handOver(jdk);
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void newPlatformThreads() throws InterruptedException {
        handOver(task -> Thread.ofPlatform().start(task));
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void newVirtualThreads() throws InterruptedException {
        handOver(task -> Thread.ofVirtual().start(task));
    }

    private void handOver(Executor executor) throws InterruptedException {
        for (int i = 0; i < TASKS; i++) {
            executor.execute(done::release);
        }
        done.acquire(TASKS);
    }
}
