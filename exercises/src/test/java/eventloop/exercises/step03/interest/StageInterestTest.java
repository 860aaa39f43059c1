package eventloop.exercises.step03.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.exercises.step03.SmallServer;
import eventloop.exercises.step03.Turns;
import eventloop.server.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@Tag("3.1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StageInterestTest {
    private static final int LARGE = 16 << 20;
    private static final int PIECE = 64 * 1024;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /// The client's end is there at once, and a loop that looks for it has seen it long before.
    private static final Duration LONGEST_TURN = Duration.ofSeconds(2);

    @TempDir private Path site;
    private SmallServer server;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(site.resolve("small.txt"), "small");
        Files.write(site.resolve("large.bin"), new byte[LARGE]);
        server = Main.start(TestSettings.serving(site), CommandLine.parse(List.of()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    @DisplayName("a request in two pieces is answered")
    @Why("IDLE and RECEIVING go on when bytes come")
    void pieces() throws Exception {
        try (var client = RawClient.to(server.address())) {
            client.send("GET /small.txt HT");
            assertThat(Turns.inAWhile(server))
                    .as("turns with half a request")
                    .isLessThan(Turns.FEW);
            client.send("TP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.read().text()).as("page").isEqualTo("small");
        }
    }

    @Test
    @Order(2)
    @DisplayName("a client that reads slowly gets everything")
    @Why("when the socket is full, the rest can go only when it has room again")
    void slowReader() throws Exception {
        try (var client = RawClient.to(server.address())) {
            client.request("GET /large.bin HTTP/1.1", "Host: a");
            client.readHead();
            var received = new AtomicLong();
            var reader = Thread.ofVirtual().start(() -> read(client, received));
            long before = -1;
            while (reader.isAlive() && received.get() > before) {
                before = received.get();
                reader.join(LONGEST_PAUSE);
            }
            assertThat(received + " bytes").isEqualTo(LARGE + " bytes");
        }
    }

    private static void read(RawClient client, AtomicLong received) {
        try {
            while (received.get() < LARGE) {
                received.addAndGet(client.readBytes(PIECE).length);
            }
        } catch (IOException | AssertionError closed) {
            // It has what it has.
        }
    }

    @Test
    @Order(3)
    @DisplayName("a silent client costs no turns")
    @Why("a socket with room is always writable: who asks for that never sleeps")
    void silent() throws Exception {
        try (var client = RawClient.to(server.address())) {
            client.get("/small.txt");
            assertThat(Turns.inAWhile(server)).as("turns").isLessThan(Turns.FEW);
        }
    }

    @Test
    @Order(4)
    @DisplayName("a client that sends on and reads nothing costs no turns")
    @Why("bytes that cannot be used yet are ready for ever: leave them in the client's socket")
    void pipelining() throws Exception {
        try (var client = RawClient.withLittleRoom(server.address())) {
            client.request("GET /large.bin HTTP/1.1", "Host: a");
            client.readHead();
            client.request("GET /small.txt HTTP/1.1", "Host: a");
            assertThat(Turns.inAWhile(server)).as("turns").isLessThan(Turns.FEW);
        }
    }

    @Test
    @Order(5)
    @DisplayName("a client that was told the connection closes, and has closed too, is gone")
    @Why("LINGERING goes on when the client's end comes, which is read like bytes")
    void lingering() throws Exception {
        try (var client = RawClient.to(server.address())) {
            client.request("GET /small.txt HTTP/1.1", "Host: a", "Connection: close");
            client.read();
            client.expectEnd();
            assertThat(Turns.inAWhile(server)).as("turns while it lingers").isLessThan(Turns.FEW);
            long before = server.turns();
            client.finishSending();
            await().atMost(LONGEST_TURN)
                    .untilAsserted(() ->
                            assertThat(server.turns())
                                    .as("turns, with the one that sees the client's end")
                                    .isGreaterThan(before));
        }
        assertThat(Turns.inAWhile(server)).as("turns").isLessThan(Turns.FEW);
    }
}
