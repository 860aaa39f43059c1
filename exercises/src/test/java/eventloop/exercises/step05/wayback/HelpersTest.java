package eventloop.exercises.step05.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.exercises.step05.Page;
import eventloop.http.Handler;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

@Tag("5.2")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HelpersTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final ExecutorService pool = oneThread("helper");
    private final ExecutorService loop = oneThread("event-loop");
    private final Helpers helpers = new Helpers(pool, loop);

    private static ExecutorService oneThread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    }

    @AfterEach
    void close() {
        pool.close();
        loop.close();
    }

    @Test
    @Order(1)
    @DisplayName("a helper runs the job")
    @Why("the loop must not wait")
    void job() throws Exception {
        helpers.submit(() -> told.add("thread " + thread()), _ -> {}, _ -> {});
        assertThat(heard()).isEqualTo("thread helper");
    }

    @Test
    @Order(2)
    @DisplayName("the completion runs on the loop's thread")
    @Why("two threads now write one connection's state")
    void completion() throws Exception {
        helpers.submit(() -> "bytes", _ -> told.add("thread " + thread()), _ -> {});
        assertThat(heard()).isEqualTo("thread event-loop");
    }

    @Test
    @Order(3)
    @DisplayName("the result arrives")
    @Why("it is what the job was done for")
    void result() throws Exception {
        helpers.submit(() -> "bytes", told::add, failure -> told.add("" + failure));
        assertThat(heard()).as("result").isEqualTo("bytes");
    }

    @Test
    @Order(4)
    @DisplayName("a job without a result is done all the same")
    @Why("null is a result, and no failure")
    void noResult() throws Exception {
        helpers.submit(() -> null, _ -> told.add("done"), _ -> told.add("failed"));
        assertThat(heard()).isEqualTo("done");
    }

    @Test
    @Order(5)
    @DisplayName("that a job has failed is told on the loop's thread too")
    @Why("the answer 500 is written to the same connection")
    void failure() throws Exception {
        helpers.submit(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                _ -> told.add("done"),
                cause -> told.add(named(cause) + ", told on thread " + thread()));
        assertThat(heard()).isEqualTo("IllegalStateException, told on thread event-loop");
    }

    @Test
    @Order(6)
    @DisplayName("an Error is told as well")
    @Why("whoever waits does not care what kind of Throwable it was")
    void error() throws Exception {
        helpers.submit(
                () -> {
                    throw new StackOverflowError("on purpose");
                },
                _ -> told.add("done"),
                cause -> told.add(named(cause)));
        assertThat(heard()).isEqualTo("StackOverflowError");
    }

    @Test
    @Order(7)
    @DisplayName("a job that has failed is not called done as well")
    @Why("the client would get two answers to one request")
    void onlyFailed() throws Exception {
        helpers.submit(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                _ -> told.add("done"),
                _ -> told.add("failed"));
        helpers.submit(() -> "next", told::add, _ -> {});
        assertThat(heard() + ", " + heard()).isEqualTo("failed, next");
    }

    @Test
    @Order(8)
    @DisplayName("a callback that throws is not called a failure of the job")
    @Why("the answer would be sent twice")
    void throwingCallback() throws Exception {
        helpers.submit(
                () -> "bytes",
                _ -> {
                    told.add("done");
                    throw new IllegalStateException("on purpose");
                },
                _ -> told.add("failed"));
        helpers.submit(() -> "next", _ -> told.add("next"), _ -> {});
        assertThat(heard() + ", " + heard()).isEqualTo("done, next");
    }

    @Test
    @Order(9)
    @DisplayName("a job that throws costs one request")
    @Why("the client gets 500, and the connection goes on")
    void oneRequest(@TempDir Path site) throws Exception {
        Handler files =
                (request, reply) -> {
                    if (request.path().path().equals("/broken")) {
                        throw new IllegalStateException("on purpose");
                    }
                    reply.send(Page.of("fine"));
                };
        try (var server = Main.start(TestSettings.serving(site), files);
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/broken").status()).as("status").isEqualTo(500);
            assertThat(client.get("/").status()).as("status").isEqualTo(200);
        }
    }

    @Test
    @Order(10)
    @DisplayName("a fast page beside a slow one does not wait for it")
    @Why("this is what the helpers are for")
    void fastPage(@TempDir Path site, TestReporter reporter) throws Exception {
        var slowIsBeingRead = new CountDownLatch(1);
        var slowMayEnd = new CountDownLatch(1);
        Handler files =
                (request, reply) -> {
                    if (request.path().path().equals("/slow")) {
                        slowIsBeingRead.countDown();
                        await(slowMayEnd);
                    }
                    reply.send(Page.of("fine"));
                };
        try (var server = Main.start(TestSettings.serving(site), files);
                var slow = RawClient.to(server.address());
                var fast = RawClient.to(server.address())) {
            slow.request("GET /slow HTTP/1.1", "Host: a");
            await(slowIsBeingRead);
            long begin = System.nanoTime();
            assertThat(fast.get("/").status()).as("status").isEqualTo(200);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            reporter.publishEntry("fast page, ms", Long.toString(Math.max(1, millis)));
            slowMayEnd.countDown();
            assertThat(slow.read().status()).as("status").isEqualTo(200);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).as("it came to pass").isTrue();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static String named(Throwable cause) {
        return cause.getClass().getSimpleName();
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }

    private String heard() throws InterruptedException {
        var next = told.poll(2, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }
}
