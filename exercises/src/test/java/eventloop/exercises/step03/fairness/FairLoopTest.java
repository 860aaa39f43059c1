package eventloop.exercises.step03.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.files.SlowDisk;
import eventloop.server.Server;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@Tag("3.3")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FairLoopTest {
    private static final int MANY = 300;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /// In ms. A loop that spins takes a processor for all of it, one that sleeps for next to none.
    private static final long A_WHILE = 200;

    private static final String REQUEST = "GET /%s.txt HTTP/1.1\r\nHost: a\r\n\r\n";

    @TempDir private Path site;
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());

    @Test
    @Order(1)
    @DisplayName("a client that sends many requests gets all its answers")
    @Why(
            "who can go on and is not in the queue is forgotten: no socket becomes ready for bytes that were read already")
    void everyAnswer() throws Exception {
        try (var server = start();
                var greedy = RawClient.to(server.address())) {
            greedy.send(REQUEST.formatted("greedy").repeat(MANY));
            var reader = Thread.ofVirtual().start(() -> readAll(greedy));
            int before = -1;
            while (reader.isAlive() && served.size() > before) {
                before = served.size();
                reader.join(LONGEST_PAUSE);
            }
            assertThat(served.size() + " answers").isEqualTo(MANY + " answers");
            reader.join();
        }
    }

    @Test
    @Order(2)
    @DisplayName("a client that asks for one page waits for one turn of the other at most")
    @Why("the loop is one thread: whoever keeps it keeps it from everybody")
    void fair() throws Exception {
        try (var server = start();
                var greedy = RawClient.to(server.address());
                var modest = RawClient.to(server.address())) {
            modest.get("/modest.txt");
            served.clear();
            gate = new CountDownLatch(1);
            // The first is answered in onReady: this is at the beginning of a turn.
            standAt = 1;
            greedy.send(REQUEST.formatted("greedy").repeat(MANY));
            atTheGate.await();
            modest.send(REQUEST.formatted("modest"));
            gate.countDown();
            modest.read();
            int before = served.indexOf("/modest.txt") - standAt;
            assertThat(before)
                    .withFailMessage(before + " answers before its own")
                    .isLessThanOrEqualTo(FairLoop.AT_ONCE);
            readAll(greedy);
        }
    }

    @Test
    @Order(3)
    @DisplayName("a client with many requests answers as often as it can in one turn")
    @Why("one request a turn is fair as well, but asks the operating system sixteen times as often")
    void sixteen() throws Exception {
        try (var server = start();
                var one = RawClient.to(server.address());
                var two = RawClient.to(server.address())) {
            one.get("/one.txt");
            two.get("/two.txt");
            served.clear();
            haveLoopStandInRequestOf(one, "one");
            one.send(REQUEST.formatted("one").repeat(MANY - 1));
            two.send(REQUEST.formatted("two").repeat(MANY));
            gate.countDown();
            readAll(one);
            readAll(two);
            long changes =
                    IntStream.range(1, served.size())
                            .filter(i -> !served.get(i).equals(served.get(i - 1)))
                            .count();
            assertThat(changes)
                    .withFailMessage(
                            changes + " changes from one client to the other in 600 answers")
                    .isBetween(10L, 80L);
        }
    }

    @Test
    @Order(4)
    @DisplayName("while nobody waits, the loop sleeps")
    @Why("a loop that never sleeps takes a whole processor, for nobody")
    void sleeps() throws Exception {
        try (var server = start();
                var client = RawClient.to(server.address())) {
            client.get("/one.txt");
            // What is under way may come to rest before.
            Thread.sleep(A_WHILE);
            long before = processorTime();
            Thread.sleep(A_WHILE);
            long millis = TimeUnit.NANOSECONDS.toMillis(processorTime() - before);
            assertThat(millis).as("ms of a processor in %d ms", A_WHILE).isLessThan(A_WHILE / 5);
        }
    }

    private long processorTime() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(loop.threadId());
    }

    /// Known once it has handled a request.
    private volatile Thread loop;

    private final CountDownLatch atTheGate = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /// The loop stands when so many have been served.
    private volatile int standAt;

    /// All that is sent until the gate opens is there when the loop goes on, and this client's is there first.
    private void haveLoopStandInRequestOf(RawClient client, String name) throws Exception {
        gate = new CountDownLatch(1);
        client.send(REQUEST.formatted(name));
        atTheGate.await();
    }

    private Server start() throws Exception {
        for (var name : List.of("greedy", "modest", "one", "two")) {
            Files.writeString(site.resolve(name + ".txt"), name);
        }
        var root = DocumentRoot.at(site, SlowDisk.NONE);
        var files = new FileHandler(root, FileResponder.READ_WHILE_SENDING);
        // A connection that was forgotten is not waited for in the end.
        return Main.start(
                TestSettings.withDrainTimeout(TestSettings.serving(site), Duration.ZERO),
                (request, reply) -> {
                    loop = Thread.currentThread();
                    await();
                    served.add(request.path().encoded());
                    files.handle(request, reply);
                },
                root);
    }

    private void await() {
        try {
            if (gate.getCount() > 0 && served.size() >= standAt) {
                atTheGate.countDown();
                gate.await();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readAll(RawClient client) {
        try {
            for (int i = 0; i < MANY; i++) {
                client.read();
            }
        } catch (IOException | AssertionError ended) {
            // It has what it has.
        }
    }
}
