package eventloop.contract;

import static eventloop.contract.TestSettings.withAddress;
import static eventloop.contract.TestSettings.withDisk;
import static eventloop.contract.TestSettings.withDrainTimeout;
import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eventloop.files.SlowDisk;
import eventloop.server.Settings;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.ForkJoinWorkerThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Clients that misbehave and disks that fail cost nobody else anything.
abstract class FaultTopic extends Topic {
    private static final String BIG = Site.fileOfSize(64 * Site.MIB);
    private static final long SEED = 20180401;
    private static final int STOPPING = 50;

    FaultTopic(HttpContract step) {
        super(step);
    }

    /// A disk on which one file cannot be read, in a way nobody expected.
    @Override
    Settings settings() {
        SlowDisk broken =
                file -> {
                    if (file.endsWith("broken.bin")) {
                        throw new IllegalStateException("the disk is on fire (a test's own fault)");
                    }
                };
        return withDisk(super.settings(), broken);
    }

    @Test
    void anUnexpectedFaultCostsOneRequest() throws Exception {
        Files.write(site().file("broken.bin"), Site.content(100_000));
        for (int i = 0; i < 10; i++) {
            var client = connect();
            client.request("GET /broken.bin HTTP/1.1", "Host: a", "Connection: close");
            assertThat(client.readToEnd().length).isLessThan(100_000);
            expectServerIsFine();
        }
    }

    @Test
    @ResourceLock(DESCRIPTORS)
    void aThousandConnectionsThatComeAndGoLeaveNoTrace() throws Exception {
        expectServerIsFine();
        long before = Descriptors.open();
        for (int i = 0; i < 1_000; i++) {
            var client = RawClient.to(server().address());
            switch (i % 6) {
                case 0 -> client.send("");
                case 1 -> client.send("GET /hello");
                case 2 -> client.request("GET /docs/empty/ HTTP/1.1", "Host: a");
                case 3 -> client.request("GET " + BIG + " HTTP/1.1", "Host: a");
                case 4 -> client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n");
                default -> client.send("\r\n");
            }
            // Each of the six ends in order one time, and by a reset the next time.
            if (i / 6 % 2 == 0) {
                client.close();
            } else {
                client.reset();
            }
        }
        expectServerIsFine();
        await().until(() -> Descriptors.open() < before + 10);
    }

    @Test
    @ResourceLock(DESCRIPTORS)
    void whatCannotStartLeavesNothingBehind() throws Exception {
        var taken = withAddress(settings(), server().address());
        long descriptors = Descriptors.open();
        long threads = liveThreads();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> step().start(taken)).isInstanceOf(BindException.class);
        }
        await().until(() -> Descriptors.open() < descriptors + 10);
        await().until(() -> liveThreads() < threads + 10);
    }

    /// Those of the servers of this process among others; but not those of JUnit, which come and go with the tests that
    /// wait for their turn.
    private static long liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !(thread instanceof ForkJoinWorkerThread))
                .count();
    }

    @Test
    void clientsThatLeaveInTheMiddleOfABigFileDoNoHarm() throws Exception {
        for (int i = 0; i < 50; i++) {
            var client = RawClient.to(server().address());
            client.request("GET " + BIG + " HTTP/1.1", "Host: a");
            client.readHead();
            client.reset();
        }
        expectServerIsFine();
    }

    /// By a server of its own, which waits for them as long as it takes.
    @Test
    void clientsThatStopDoNotHoldUpOthers() throws Exception {
        var never = Duration.ofHours(1);
        var patient =
                withDrainTimeout(withTimeouts(settings(), never, never, never), Duration.ZERO);
        var stopped = new ArrayList<RawClient>();
        try (var server = step().start(patient, 2 * STOPPING + 1)) {
            for (int i = 0; i < STOPPING; i++) {
                var half = RawClient.to(server.address());
                stopped.add(half);
                half.send("GET /hello");
                var full = RawClient.to(server.address());
                stopped.add(full);
                full.request("GET " + BIG + " HTTP/1.1", "Host: a");
            }
            try (var other = RawClient.to(server.address())) {
                for (int i = 0; i < 10; i++) {
                    assertThat(other.get("/hello.txt").text()).isEqualTo(Site.GREETING);
                }
            }
        } finally {
            for (var client : stopped) {
                client.close();
            }
        }
    }

    @Test
    void garbageIsAnsweredOrDropped() throws Exception {
        var random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            try (var client = RawClient.to(server().address())) {
                client.send(garbage(random));
                client.finishSending();
                var answer = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
                assertThat(answer).as("round %d", round).matches("(?s)(HTTP/1.1 [2-5]\\d\\d .*)?");
            }
        }
        expectServerIsFine();
    }

    /// Half of it nothing but noise, half of it requests with some bytes wrong.
    private static byte[] garbage(Random random) {
        var noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        if (random.nextBoolean()) {
            return noise;
        }
        var request =
                "POST /hello.txt?a=%20b HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: keep-alive\r\n\r\n5;a\r\nhello\r\n0\r\nX: y\r\n\r\n";
        var bytes = request.repeat(1 + random.nextInt(3)).getBytes(StandardCharsets.US_ASCII);
        for (int wrong = random.nextInt(8); wrong > 0; wrong--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
