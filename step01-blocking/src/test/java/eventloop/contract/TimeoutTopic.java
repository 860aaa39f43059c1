package eventloop.contract;

import static eventloop.contract.TestSettings.withDisk;
import static eventloop.contract.TestSettings.withLimits;
import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.files.SlowDisk;
import eventloop.http.Limits;
import eventloop.server.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A client that stops costs the server a connection for a bounded time.
@Tag("timing")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Topic.DESCRIPTORS, mode = ResourceAccessMode.READ)
abstract class TimeoutTopic extends Topic {
    private static final Duration IDLE = Duration.ofMillis(800);
    private static final Duration REQUEST = Duration.ofMillis(500);
    private static final Duration WRITE = Duration.ofMillis(700);
    private static final int BIG = 64 * Site.MIB;
    private static final long ENDLESS = 1L << 40;
    private static final String SLOW_FILE = "slow.txt";

    TimeoutTopic(HttpContract step) {
        super(step);
    }

    @Override
    Settings settings() {
        var limits = new Limits(8 * Site.KIB, 32 * Site.KIB, 100, ENDLESS);
        var disk = SlowDisk.matching(SLOW_FILE, WRITE.multipliedBy(2));
        return withDisk(
                withLimits(withTimeouts(super.settings(), IDLE, REQUEST, WRITE), limits), disk);
    }

    @Test
    void aConnectionWithoutARequestIsClosedInSilence() throws Exception {
        connect().expectEnd();
    }

    @Test
    void aConnectionAfterItsLastRequestIsClosedInSilence() throws Exception {
        var client = connect();
        assertThat(client.get("/hello.txt").status()).isEqualTo(200);
        client.expectEnd();
    }

    /// Old clients send one behind a request, and owe nothing (RFC 9112 §2.2): they are idle, and not late.
    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n"})
    void anEmptyLineAfterTheLastRequestBeginsNoOther(String emptyLine) throws Exception {
        var client = connect();
        assertThat(client.get("/hello.txt").status()).isEqualTo(200);
        client.send(emptyLine);
        client.expectEnd();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET /hello.txt",
                "GET /hello.txt HTTP/1.1\r\nHost: a\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
            })
    void aRequestThatStopsHalfWayIsAnswered408(String beginning) throws Exception {
        expectRefusal(408, beginning);
    }

    /// RFC 9110 §9.3.2.
    @Test
    void aHeadThatStopsHalfWayIsAnsweredWithoutABody() throws Exception {
        var client = connect();
        client.send("HEAD /hello.txt HTTP/1.1\r\nHost: a\r\n");
        assertThat(client.readHead().status()).isEqualTo(408);
        client.expectEnd();
    }

    @Test
    void aRequestThatStopsBehindAnotherIsAnswered408() throws Exception {
        var client = connect();
        assertThat(client.get("/hello.txt").status()).isEqualTo(200);
        client.send("GET /hello.txt");
        expectRefusal(408, client);
    }

    @Test
    void aRequestThatComesInDropsHasNoMoreTime() throws Exception {
        var client = connect();
        client.send("GET /hello.txt HTTP/1.1\r\nX: ");
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    client.send("x");
                    return client.hasInput();
                });
        expectRefusal(408, client);
    }

    @Test
    void aRequestThatNeverPausesHasNoMoreTimeEither() throws Exception {
        var client = connect();
        client.request("POST / HTTP/1.1", "Host: a", "Content-Length: " + ENDLESS);
        // So much at once that the server always finds more.
        var piece = new byte[Site.MIB];
        while (!client.hasInput()) {
            client.send(piece);
        }
        expectRefusal(408, client);
    }

    @Test
    void thePageIsSeenByAClientThatGoesOnSending() throws Exception {
        var client = connect();
        client.send("GET /hello.txt HTTP/1.1\r\nX: ");
        await().until(client::hasInput);
        for (int i = 0; i < 1_000; i++) {
            client.send("x");
        }
        expectRefusal(408, client);
    }

    @Test
    void aClientThatGoesOnAskingIsNotIdle() throws Exception {
        var client = connect();
        await().pollInterval(Duration.ofMillis(100))
                .during(IDLE.multipliedBy(2))
                .atMost(Duration.ofSeconds(20))
                .until(() -> client.get("/hello.txt").status() == 200);
    }

    @Test
    void aClientThatDoesNotReadIsDropped() throws Exception {
        var client = connect();
        client.request("GET " + Site.fileOfSize(BIG) + " HTTP/1.1", "Host: a");
        await().atMost(Duration.ofSeconds(20)).until(client::failsToSend);
        expectServerIsFine();
    }

    /// Else it could stay, without a word, and have the kernel keep megabytes for it that no limit counts.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theKernelKeepsNothingForAClientThatDoesNotRead() throws Exception {
        // Another one is looked for: who is looked for may be idle for too long meanwhile.
        assertThat(connect().isKnownToServersKernel()).isTrue();
        var client = connect();
        client.request("GET " + Site.fileOfSize(BIG) + " HTTP/1.1", "Host: a");
        client.readHead();
        await().atMost(Duration.ofSeconds(20)).until(() -> !client.isKnownToServersKernel());
    }

    @Test
    void aClientThatReadsSlowlyGetsEverything() throws Exception {
        var client = connect();
        client.request("GET " + Site.fileOfSize(BIG) + " HTTP/1.1", "Host: a");
        client.readHead();
        var content = Site.content(BIG);
        var at = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    int from = at.getAndAdd(4 * Site.MIB);
                    int to = from + 4 * Site.MIB;
                    var expected = Arrays.copyOfRange(content, from, to);
                    assertThat(Arrays.equals(client.readBytes(4 * Site.MIB), expected)).isTrue();
                    return to == BIG;
                });
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    /// It makes room in time for a little, but not for as much as the server writes at once to a quick client.
    @Test
    void aClientThatReadsAFewKilobytesAtATimeGetsEverything() throws Exception {
        var client = connectWithLittleRoom();
        client.request("GET " + Site.fileOfSize(Site.MIB) + " HTTP/1.1", "Host: a");
        client.readHead();
        var received = new ByteArrayOutputStream();
        await().pollInterval(WRITE.dividedBy(10))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    received.write(client.readBytes(8 * Site.KIB));
                    return received.size() == 200 * Site.KIB;
                });
        received.write(client.readBytes(Site.MIB - received.size()));
        assertThat(Arrays.equals(received.toByteArray(), Site.content(Site.MIB))).isTrue();
    }

    @Test
    void theTimeTheDiskTakesIsNotTheClients() throws Exception {
        Files.writeString(site().file(SLOW_FILE), "slow");
        assertThat(get("/" + SLOW_FILE).text()).isEqualTo("slow");
    }
}
