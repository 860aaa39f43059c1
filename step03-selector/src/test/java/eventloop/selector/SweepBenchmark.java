package eventloop.selector;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One look at the timeouts of everybody, none of whom is late. The loop does this ten times a second, and
/// serves nobody meanwhile.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SweepBenchmark {
    @Param({"1000", "18000", "500000"})
    private int connections;

    private final SweptTimeouts timeouts = new SweptTimeouts();

    @Setup
    public void start() {
        for (int i = 0; i < connections; i++) {
            timeouts.start(Duration.ofDays(1), () -> {});
        }
    }

    @Benchmark
    public void sweep() {
        timeouts.sweep();
    }
}
