package eventloop.exercises.step02.starving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.exercises.Why;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
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
    private static final int THREADS = 2;
    private static final Duration SOON = Duration.ofMillis(700);

    private final ThreadPoolExecutor pool =
            (ThreadPoolExecutor) Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    @Test
    @Order(1)
    @DisplayName("one report is made, its parts in order")
    @Why("this is what it does when nobody else is there")
    void one() throws Exception {
        var larger = Executors.newFixedThreadPool(3);
        try {
            assertThat(Report.render(larger, () -> "a", () -> "b").get(2, TimeUnit.SECONDS))
                    .as("report")
                    .isEqualTo("ab");
        } finally {
            larger.shutdownNow();
        }
    }

    @Test
    @Order(2)
    @DisplayName("as many reports at once as there are threads are made")
    @Why("a thread that waits for its own pool is missing in it")
    void several() {
        // Both threads are busy until both reports stand in line: so each takes one before any part
        // is there.
        var inLine = new CountDownLatch(1);
        for (int i = 0; i < THREADS; i++) {
            pool.execute(() -> waitFor(inLine));
        }
        var reports = Stream.generate(() -> report("a", "b")).limit(THREADS).toList();
        inLine.countDown();
        assertThat(made(reports) + " of 2 reports").isEqualTo("2 of 2 reports");
    }

    @Test
    @Order(3)
    @DisplayName("twenty reports at once are made")
    @Why("the number does not matter, once nobody waits")
    void twenty() {
        var reports = Stream.generate(() -> report("a", "b")).limit(20).toList();
        assertThat(made(reports) + " of 20 reports").isEqualTo("20 of 20 reports");
    }

    @Test
    @Order(4)
    @DisplayName("the two parts are made at the same time")
    @Why("one after the other would be right, and twice as slow")
    void together() throws Exception {
        var meeting = new CyclicBarrier(2);
        var report =
                Report.render(
                        pool,
                        () -> meet(meeting) ? "a" : "alone",
                        () -> meet(meeting) ? "b" : "alone");
        assertThat(report.get(2, TimeUnit.SECONDS)).as("report").isEqualTo("ab");
    }

    @Test
    @Order(5)
    @DisplayName("a part that fails fails its report")
    @Why("a promise that is never kept or broken hangs whoever waits for it")
    void fails() {
        var report =
                Report.render(
                        pool,
                        () -> {
                            throw new IllegalStateException("no part");
                        },
                        () -> "b");
        await().atMost(Duration.ofSeconds(2)).until(report::isDone);
        assertThat(report.isCompletedExceptionally()).as("failed").isTrue();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<String> report(String first, String second) {
        return Report.render(pool, () -> first, () -> second);
    }

    private static long made(List<CompletableFuture<String>> reports) {
        try {
            CompletableFuture.allOf(reports.toArray(CompletableFuture[]::new))
                    .get(SOON.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException notAll) {
            // Counted below.
        }
        return reports.stream().filter(CompletableFuture::isDone).count();
    }

    private static boolean meet(CyclicBarrier meeting) {
        try {
            meeting.await(1, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            return false;
        }
    }
}
