package eventloop.exercises.step02.admission;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.server.CommandLine;
import eventloop.threadpool.FirstComeFirstServed;
import eventloop.threadpool.PooledThreads;
import eventloop.threadpool.ThreadPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@Tag("2.1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdmissionTest {
    private static final int THREADS = 4;
    private static final int QUEUE = 50;

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch busy = new CountDownLatch(THREADS);
    private final ThreadPool<Runnable> pool =
            ThreadPool.start("connection", THREADS, QUEUE, new FirstComeFirstServed<>());

    @AfterEach
    void close() {
        end.countDown();
        pool.close();
    }

    @Test
    @Order(1)
    @DisplayName("who need not wait is let in")
    @Why("an idle server has no reason to send anybody away")
    void idle() {
        assertThat(letIn(policy(100, 0), THREADS)).as("let in").isEqualTo(THREADS);
    }

    @Test
    @Order(2)
    @DisplayName("who would wait too long is sent away")
    @Why("an answer after the client's patience is work for nobody")
    void patience() throws Exception {
        var policy = policy(100, 300);
        makeBusy(policy);
        // 12 × 100 ms ÷ 4 is 300 ms, which is still within the patience; so the thirteenth to wait
        // is the last.
        assertThat(letIn(policy, 30) + " let in to wait").isEqualTo("13 let in to wait");
        assertThat(policy.sentAway()).as("sent away").isEqualTo(17);
    }

    @Test
    @Order(3)
    @DisplayName("slow work means a shorter queue")
    @Why("the bound is a time, and not a number of places")
    void slow() throws Exception {
        var policy = policy(1000, 300);
        makeBusy(policy);
        assertThat(letIn(policy, 30) + " let in to wait").isEqualTo("2 let in to wait");
    }

    @Test
    @Order(4)
    @DisplayName("a wait is not rounded down")
    @Why("7 × 2 ms ÷ 4 is more than 3 ms, and 2 ÷ 4 is not nothing")
    void fractions() throws Exception {
        var policy = policy(2, 3);
        makeBusy(policy);
        assertThat(letIn(policy, 30) + " let in to wait").isEqualTo("7 let in to wait");
    }

    @Test
    @Order(5)
    @DisplayName("whom the pool refuses is counted too")
    @Why("a measure that misses some is no measure")
    void full() throws Exception {
        var policy = policy(1, 60_000);
        makeBusy(policy);
        assertThat(letIn(policy, 60)).as("let in to wait").isEqualTo(QUEUE);
        assertThat(policy.sentAway()).as("sent away").isEqualTo(10);
    }

    @Test
    @Order(6)
    @DisplayName("the real server says 503")
    @Why("it is step 2, with your policy before its pool")
    void live(@TempDir Path site) throws Exception {
        Files.writeString(site.resolve("small.txt"), "small");
        var clients = new ArrayList<RawClient>();
        try (var server = Main.start(TestSettings.serving(site), CommandLine.parse(List.of()))) {
            // Four hold the threads, thirteen wait.
            for (int i = 0; i < 17; i++) {
                clients.add(RawClient.to(server.address()));
                clients.getLast().send("GET /small.txt HTTP/1.1\r\n");
            }
            try (var late = RawClient.to(server.address())) {
                assertThat(late.get("/small.txt").status()).as("status").isEqualTo(503);
            }
            for (var client : clients) {
                client.close();
            }
        }
    }

    private Admission policy(int service, int patience) {
        return new Admission(
                new PooledThreads(pool),
                THREADS,
                Duration.ofMillis(service),
                Duration.ofMillis(patience));
    }

    private void makeBusy(Admission policy) throws InterruptedException {
        for (int i = 0; i < THREADS; i++) {
            policy.start(this::hold);
        }
        busy.await();
    }

    private void hold() {
        busy.countDown();
        try {
            end.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private int letIn(Admission policy, int clients) {
        int count = 0;
        for (int i = 0; i < clients; i++) {
            try {
                policy.start(this::hold);
                count++;
            } catch (RejectedExecutionException sentAway) {
                // Counted by the policy.
            }
        }
        return count;
    }
}
