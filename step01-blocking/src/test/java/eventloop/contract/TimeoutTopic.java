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
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A client that stops costs the server a connection for a bounded time.
@Tag("timing")
@Execution(ExecutionMode.CONCURRENT)
abstract class TimeoutTopic extends Topic {
    private static final Duration IDLE = Duration.ofMillis(800);
    private static final Duration HEADER = Duration.ofMillis(500);
    private static final Duration WRITE = Duration.ofMillis(700);
    private static final int BIG = 64 * Site.MIB;
    private static final long ENDLESS = 1L << 40;

    /// For those who read slowly, with room for the pauses of a machine that has much else to do.
    private static final Duration LONGER_WRITE = Duration.ofSeconds(2);

    private static final int READS = 30;
    private static final Duration BETWEEN_READS = LONGER_WRITE.multipliedBy(3).dividedBy(2 * READS);

    private static final String SLOW_FILE = "slow.txt";

    TimeoutTopic(HttpContract step) {
        super(step);
    }

    @Override
    Settings settings() {
        var limits = new Limits(8 * Site.KIB, 32 * Site.KIB, 100, ENDLESS);
        var disk = SlowDisk.matching(SLOW_FILE, WRITE.multipliedBy(2));
        return withDisk(
                withLimits(withTimeouts(super.settings(), IDLE, HEADER, WRITE), limits), disk);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD /hello.txt HTTP/1.1\r\nHo",
                "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello"
            })
    void aHeadThatStopsHalfWayIsAnsweredWithoutABody(String beginning) throws Exception {
        var client = connect();
        client.send(beginning);
        var answer = client.readHead();
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.contentLength()).isPositive();
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
        await().atMost(Duration.ofSeconds(20)).until(() -> isDropped(client));
        expectServerIsFine();
    }

    /// What is sent into a connection the server has closed comes back as a reset.
    private static boolean isDropped(RawClient client) {
        try {
            client.send("x");
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /// Its kernel holds as much for it as for any client that asks for nothing else, and says nothing until nearly
    /// all of that is read. So the server hears of it only now and then.
    @Test
    void aClientThatReadsSlowlyGetsEverything() throws Exception {
        expectAll(BIG, 60 * Site.KIB, RawClient::withUsualRoom);
    }

    /// It makes room in time for a little, but not for as much as the server writes at once to a quick client.
    @Test
    void aClientThatReadsAFewKilobytesAtATimeGetsEverything() throws Exception {
        expectAll(Site.MIB, 12 * Site.KIB, RawClient::withLittleRoom);
    }

    private interface Connecting {
        RawClient to(InetSocketAddress server) throws IOException;
    }

    /// Reads pieces of the file for longer than nothing may be read, with pauses between them; and then the rest.
    private void expectAll(int size, int piece, Connecting client) throws Exception {
        try (var server = step().start(withTimeouts(settings(), IDLE, HEADER, LONGER_WRITE));
                var reader = client.to(server.address())) {
            reader.request("GET " + Site.fileOfSize(size) + " HTTP/1.1", "Host: a");
            reader.readHead();
            var received = new ByteArrayOutputStream();
            await().pollInterval(BETWEEN_READS)
                    .atMost(Duration.ofSeconds(50))
                    .until(() -> {
                        received.write(reader.readBytes(piece));
                        return received.size() == READS * piece;
                    });
            received.write(reader.readBytes(size - received.size()));
            assertThat(Arrays.equals(received.toByteArray(), Site.content(size))).isTrue();
        }
    }

    @Test
    void theTimeTheDiskTakesIsNotTheClients() throws Exception {
        Files.writeString(site().file(SLOW_FILE), "slow");
        assertThat(get("/" + SLOW_FILE).text()).isEqualTo("slow");
    }

    @Test
    void clientsThatStopDoNotHoldUpOthers() throws Exception {
        for (int i = 0; i < 50; i++) {
            connect().send("GET /hello");
            connect().request("GET " + Site.fileOfSize(BIG) + " HTTP/1.1", "Host: a");
        }
        for (int i = 0; i < 10; i++) {
            expectServerIsFine();
        }
    }
}
