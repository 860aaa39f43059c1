package eventloop.exercises.step02.starving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.exercises.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("2.2")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportTest {
    /// With code that neither ends nor waits.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CountedPool pool = new CountedPool(2);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    @Order(1)
    @DisplayName("one report is made, its parts in order")
    @Why("this is what it does when nobody else is there")
    void one() {
        try (var larger = new CountedPool(3)) {
            var report = Report.render(larger, () -> "a", () -> "b");
            assertThat(larger.made(List.of(report))).as("reports made").isOne();
            assertThat(report.join()).as("report").isEqualTo("ab");
        }
    }

    @Test
    @Order(2)
    @DisplayName("as many reports at once as there are threads are made")
    @Why("a thread that waits for its own pool is missing in it")
    void several() {
        assertThat(made(2) + " of 2 reports").isEqualTo("2 of 2 reports");
    }

    @Test
    @Order(3)
    @DisplayName("twenty reports at once are made")
    @Why("the number does not matter, once nobody waits")
    void twenty() {
        assertThat(made(20) + " of 20 reports").isEqualTo("20 of 20 reports");
    }

    @Test
    @Order(4)
    @DisplayName("the two parts are made at the same time")
    @Why("one after the other would be right, and twice as slow")
    void together() throws Exception {
        var begun = new AtomicInteger();
        var mayEnd = new CountDownLatch(1);
        var report =
                Report.render(pool, () -> part("a", begun, mayEnd), () -> part("b", begun, mayEnd));
        var completer = report.handle((_, _) -> Thread.currentThread().isVirtual());
        pool.run();
        assertThat(begun.get()).as("parts begun by the pool before one has ended").isEqualTo(2);
        assertThat(threadsOfOthersInAReport())
                .as("more threads, that wait for the parts")
                .isEmpty();
        mayEnd.countDown();
        assertThat(pool.made(List.of(report))).as("reports made").isOne();
        assertThat(report.join()).as("report").isEqualTo("ab");
        assertThat(completer.join() ? "a virtual thread of its own" : "who is there")
                .as("who puts the parts together")
                .isEqualTo("who is there");
    }

    private static List<String> threadsOfOthersInAReport() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> !entry.getKey().getName().equals(CountedPool.NAME))
                .filter(entry ->
                        Stream.of(entry.getValue())
                                .anyMatch(frame ->
                                        frame.getClassName().equals(Report.class.getName())))
                .map(entry -> entry.getKey().getName())
                .toList();
    }

    @Test
    @Order(5)
    @DisplayName("a part that fails fails its report, the first or the second")
    @Why("a promise that is never kept or broken hangs whoever waits for it")
    void fails() {
        Supplier<String> broken =
                () -> {
                    throw new IllegalStateException("no part");
                };
        var reports =
                List.of(
                        Report.render(pool, broken, () -> "b"),
                        Report.render(pool, () -> "a", broken));
        assertThat(pool.made(reports)).as("reports that came to an end").isEqualTo(2);
        assertThat(reports).as("failed").allMatch(CompletableFuture::isCompletedExceptionally);
    }

    /// All wait before the pool begins.
    private long made(int reports) {
        return pool.made(
                Stream.generate(() -> Report.render(pool, () -> "a", () -> "b"))
                        .limit(reports)
                        .toList());
    }

    private static String part(String text, AtomicInteger begun, CountDownLatch mayEnd) {
        if (Thread.currentThread().getName().equals(CountedPool.NAME)) {
            begun.incrementAndGet();
        }
        try {
            mayEnd.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return text;
    }

    /// A pool of so many threads. Before it gives a task to one of them it looks at what the others do, so that it
    /// knows without a clock when it has starved: no thread is free, all of them wait, and tasks wait.
    private static final class CountedPool implements Executor, AutoCloseable {
        static final String NAME = "of the pool";

        private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
        private final List<Thread> taken = new ArrayList<>();
        private final int threads;

        CountedPool(int threads) {
            this.threads = threads;
        }

        @Override
        public void execute(Runnable task) {
            queue.add(task);
        }

        /// Runs what waits, until nothing does or the pool has starved.
        void run() {
            while (!queue.isEmpty() && !hasStarved()) {
                taken.add(Thread.ofPlatform().daemon().name(NAME).start(queue.remove()));
                patiently().until(() -> taken.stream().allMatch(CountedPool::hasEndedOrWaits));
            }
        }

        /// @return how many of them have come to an end when all have, the pool has starved, or
        ///     patience is over
        long made(List<CompletableFuture<String>> reports) {
            try {
                patiently()
                        .until(() -> {
                            run();
                            return hasStarved()
                                    || reports.stream().allMatch(CompletableFuture::isDone);
                        });
            } catch (ConditionTimeoutException never) {
                // Who has not come to an end by now does not count.
            }
            return reports.stream().filter(CompletableFuture::isDone).count();
        }

        private static ConditionFactory patiently() {
            return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1));
        }

        private boolean hasStarved() {
            taken.removeIf(thread -> !thread.isAlive());
            return !queue.isEmpty() && taken.size() == threads;
        }

        private static boolean hasEndedOrWaits(Thread thread) {
            var state = thread.getState();
            return state == Thread.State.TERMINATED || state == Thread.State.WAITING;
        }

        @Override
        public void close() {
            taken.forEach(Thread::interrupt);
        }
    }
}
