package eventloop.exercises.step01.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.server.CommandLine;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

@Tag("1.4")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VirtualThreadsTest {
    private static final int CLIENTS = 1000;
    private static final String CARRIERS = "carriers of 1,000 conversations";

    private final VirtualThreads threads = new VirtualThreads();

    @Test
    @Order(1)
    @DisplayName("each conversation runs on a virtual thread")
    @Why("it is the one line that is different")
    void virtual() throws Exception {
        var kind = new CompletableFuture<String>();
        threads.start(
                () -> kind.complete(Thread.currentThread().isVirtual() ? "virtual" : "platform"));
        assertThat(kind.get()).as("kind of thread").isEqualTo("virtual");
    }

    @Test
    @Order(2)
    @DisplayName("start does not wait for the conversation")
    @Why("the acceptor has the next client to let in")
    void doesNotWait() throws Exception {
        var end = new CountDownLatch(1);
        var begun = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            threads.start(() -> {
                begun.countDown();
                await(end);
            });
        }
        assertThat(begun.await(2, TimeUnit.SECONDS)).as("both have begun").isTrue();
        end.countDown();
    }

    @Test
    @Order(3)
    @DisplayName(
            "a thousand conversations that wait need hardly any threads of the operating system")
    @Why("this is what virtual threads are for")
    void thousand(TestReporter reporter) throws Exception {
        var platform = ManagementFactory.getThreadMXBean();
        var end = new CountDownLatch(1);
        var begun = new CountDownLatch(CLIENTS);
        Set<String> carriers = ConcurrentHashMap.newKeySet();
        int before = platform.getThreadCount();
        for (int i = 0; i < CLIENTS; i++) {
            threads.start(() -> {
                carriers.add(carrier());
                begun.countDown();
                await(end);
            });
        }
        begun.await();
        int more = Math.max(0, platform.getThreadCount() - before);
        end.countDown();
        assertThat(more).as("more platform threads").isLessThan(CLIENTS / 2);
        reporter.publishEntry(CARRIERS, Integer.toString(carriers.size()));
    }

    @Test
    @Order(4)
    @DisplayName("a closed one starts nothing more")
    @Why("a server that ends lets nobody in")
    void closed() {
        threads.close();
        assertThatThrownBy(() -> threads.start(() -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    @Order(5)
    @DisplayName("closing waits for nobody, and what runs goes on")
    @Why("the server itself sees to those who are being answered")
    void closeLeavesWhatRuns() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var saw = new CompletableFuture<String>();
        threads.start(() -> {
            begun.countDown();
            await(end);
            saw.complete(
                    Thread.currentThread().isInterrupted() ? "it was interrupted" : "it went on");
        });
        begun.await();
        var closing = Thread.ofPlatform().daemon().start(threads::close);
        boolean hasReturned = closing.join(Duration.ofSeconds(2));
        end.countDown();
        assertThat(hasReturned ? "close has returned" : "close waits")
                .isEqualTo("close has returned");
        assertThat(saw.get(2, TimeUnit.SECONDS)).isEqualTo("it went on");
    }

    @Test
    @Order(6)
    @DisplayName("the real server answers on your threads")
    @Why("it is step 1, and nothing else in it has changed")
    void live(@TempDir Path site) throws Exception {
        Files.writeString(site.resolve("small.txt"), "small");
        try (var server = Main.start(TestSettings.serving(site), CommandLine.parse(List.of()));
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/small.txt").text()).as("page").isEqualTo("small");
        }
    }

    /// The thread of the operating system that runs this virtual one now: its name stands behind the @.
    private static String carrier() {
        var shown = Thread.currentThread().toString();
        return shown.substring(shown.lastIndexOf('@') + 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
