package eventloop.cache;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What a request costs the cache, and how often it finds the file, when files are asked for as on real
/// sites: the n-th most popular of them about 1/n as often as the first (Zipf's law).
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EvictionBenchmark {
    private static final int FILES = 10_000;
    private static final int TRACE = 1 << 20;

    /// How many requests there were, and how many of them found their file.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counters {
        public long hits;
        public long requests;

        @Setup(Level.Iteration)
        public void reset() {
            hits = 0;
            requests = 0;
        }
    }

    @Param private CacheOptions.Policy policy;

    /// How many of the files fit, in percent.
    @Param({"1", "10", "50"})
    private int fitting;

    private final String[] names = new String[FILES];
    private final int[] trace = new int[TRACE];
    private Cache<String, String> cache;
    private int next;

    @Setup
    public void prepare() {
        Arrays.setAll(names, i -> "/files/page-" + i + ".html");
        var random = new Random(6);
        var cumulated = new double[FILES];
        double sum = 0;
        for (int i = 0; i < FILES; i++) {
            sum += 1.0 / (i + 1);
            cumulated[i] = sum;
        }
        for (int i = 0; i < TRACE; i++) {
            int place = Arrays.binarySearch(cumulated, random.nextDouble() * sum);
            trace[i] = place < 0 ? -place - 1 : place;
        }
        cache = new Cache<>((long) FILES * fitting / 100, policy.create(), _ -> {});
    }

    @Benchmark
    public String request(Counters counters) {
        var name = names[trace[next++ & TRACE - 1]];
        counters.requests++;
        var found = cache.find(name);
        if (found.isPresent()) {
            counters.hits++;
            return found.get();
        }
        cache.store(name, name, 1);
        return name;
    }
}
