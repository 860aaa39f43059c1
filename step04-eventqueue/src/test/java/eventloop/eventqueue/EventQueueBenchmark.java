package eventloop.eventqueue;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// What an event costs on its way through the queue, against the queues of the JDK: put in by the consumer
/// itself, as nearly all are, or by other threads at the same time. (Starting those is counted too, but
/// shared by so many events that it hardly shows.)
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventQueueBenchmark {
    private static final int EVENTS = 10_000;
    private static final Event EVENT = new Event.Completion(() -> {});

    /// The queues that are compared.
    public enum Kind {
        EVENT_QUEUE,
        CONCURRENT_LINKED,
        LINKED_BLOCKING,
        ARRAY_BLOCKING
    }

    /// What the benchmark needs of a queue.
    private interface Way {
        void put(Event event);

        /// @return how many there were
        int drain(Blackhole sink);
    }

    @Param private Kind kind;

    private Way way;

    @Setup
    public void make() {
        way =
                switch (kind) {
                    case EVENT_QUEUE -> ours();
                    case CONCURRENT_LINKED -> of(new ConcurrentLinkedQueue<>());
                    case LINKED_BLOCKING -> of(new LinkedBlockingQueue<>());
                    case ARRAY_BLOCKING -> of(new ArrayBlockingQueue<>(2 * EVENTS));
                };
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int putByTheConsumer(Blackhole sink) {
        for (int i = 0; i < EVENTS; i++) {
            way.put(EVENT);
        }
        return way.drain(sink);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int putByAnotherThread(Blackhole sink) throws InterruptedException {
        var producer = producerOf(EVENTS);
        int taken = drainUntilAllAreHere(sink);
        producer.join();
        return taken;
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int putByTwoOtherThreads(Blackhole sink) throws InterruptedException {
        var one = producerOf(EVENTS / 2);
        var other = producerOf(EVENTS / 2);
        int taken = drainUntilAllAreHere(sink);
        one.join();
        other.join();
        return taken;
    }

    private Thread producerOf(int events) {
        return Thread.ofPlatform()
                .start(() -> {
                    for (int i = 0; i < events; i++) {
                        way.put(EVENT);
                    }
                });
    }

    private int drainUntilAllAreHere(Blackhole sink) {
        int taken = 0;
        while (taken < EVENTS) {
            taken += way.drain(sink);
        }
        return taken;
    }

    private static Way ours() {
        var queue = new EventQueue();
        return new Way() {
            private int taken;

            @Override
            public void put(Event event) {
                queue.put(event);
            }

            @Override
            public int drain(Blackhole sink) {
                taken = 0;
                queue.drain(event -> {
                    taken++;
                    sink.consume(event);
                });
                return taken;
            }
        };
    }

    private static Way of(Queue<Event> queue) {
        return new Way() {
            @Override
            public void put(Event event) {
                queue.add(event);
            }

            @Override
            public int drain(Blackhole sink) {
                int taken = 0;
                for (var event = queue.poll(); event != null; event = queue.poll()) {
                    taken++;
                    sink.consume(event);
                }
                return taken;
            }
        };
    }
}
