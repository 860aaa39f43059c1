package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.files.SlowDisk;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Helpers do not work for clients who have gone, and those who may have gone let the others go first.
class GoneClientsTest {
    private final List<String> reads = new CopyOnWriteArrayList<>();
    private final Gate gate = new Gate();
    private final CountDownLatch nextIsAsked = new CountDownLatch(1);
    @TempDir private Path root;

    @BeforeEach
    void makeFiles() throws Exception {
        for (var name : List.of("slow.txt", "large.txt", "a.txt", "b.txt", "c.txt")) {
            Files.writeString(root.resolve(name), name);
        }
    }

    @Test
    void aJobWhoseClientHasGoneIsNotBegun() throws Exception {
        try (gate;
                var server = start("--workers", "1");
                var holder = holdTheHelper(server)) {
            for (int i = 0; i < 100; i++) {
                ask(server, "/a.txt").reset();
            }
            expectLoopHasSeenAllThatCameBefore(server);
            var waiting = ask(server, "/b.txt");
            gate.open();
            assertThat(waiting.read().text()).isEqualTo("b.txt");
            assertThat(holder.read().text()).isEqualTo("slow.txt");
            assertThat(reads).containsExactly("slow.txt", "b.txt");
            waiting.close();
        }
    }

    @Test
    void theGoneLeaveTheirPlacesInAFullLine() throws Exception {
        try (gate;
                var server = start("--workers", "1", "--worker-queue", "2");
                var holder = holdTheHelper(server)) {
            ask(server, "/a.txt").reset();
            ask(server, "/a.txt").reset();
            expectLoopHasSeenAllThatCameBefore(server);
            var waiting = ask(server, "/b.txt");
            gate.open();
            assertThat(waiting.read().status()).isEqualTo(200);
            assertThat(holder.read().status()).isEqualTo(200);
            waiting.close();
        }
    }

    /// It is answered all the same: it may have said all it had to say, and listen.
    @Test
    void whoHasHalfClosedLetsThoseGoFirstWhoListen() throws Exception {
        try (gate;
                var server = start("--workers", "1");
                var holder = holdTheHelper(server)) {
            var clients = new ArrayList<RawClient>();
            clients.add(ask(server, "/a.txt"));
            clients.getFirst().finishSending();
            expectLoopHasSeenAllThatCameBefore(server);
            clients.add(ask(server, "/b.txt"));
            clients.add(ask(server, "/c.txt"));
            expectLoopHasSeenAllThatCameBefore(server);
            gate.open();
            for (var client : clients) {
                assertThat(client.read().status()).isEqualTo(200);
                client.close();
            }
            assertThat(holder.read().status()).isEqualTo(200);
            assertThat(reads).containsExactly("slow.txt", "b.txt", "c.txt", "a.txt");
        }
    }

    /// Its second request is not looked at before the first is answered, when it has long closed its side.
    @Test
    void theSecondRequestOfOneWhoHasHalfClosedLetsThoseGoFirstWhoListen() throws Exception {
        try (gate;
                var server = start("--workers", "1");
                var client = RawClient.to(server.address())) {
            client.send(requestFor("/slow.txt") + requestFor("/a.txt"));
            client.finishSending();
            await().until(() -> gate.arrived() == 1);
            expectLoopHasSeenAllThatCameBefore(server);
            var holder = ask(server, "/large.txt");
            gate.open();
            await().until(() -> reads.size() == 2);
            assertThat(client.read().text()).isEqualTo("slow.txt");
            expectLoopHasSeenAllThatCameBefore(server);
            var waiting = ask(server, "/b.txt");
            nextIsAsked.countDown();
            assertThat(holder.read().text()).isEqualTo("large.txt");
            assertThat(waiting.read().text()).isEqualTo("b.txt");
            assertThat(client.read().text()).isEqualTo("a.txt");
            assertThat(reads).containsExactly("slow.txt", "large.txt", "b.txt", "a.txt");
            holder.close();
            waiting.close();
        }
    }

    private static String requestFor(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    /// One piece has come, and the next is still to be fetched: this too is a job for somebody who has gone.
    @Test
    void theRestOfAFileWhoseClientHasGoneIsNotFetched() throws Exception {
        Files.write(root.resolve("large.bin"), new byte[8 * Piece.SIZE]);
        try (gate;
                var server = start("--workers", "1")) {
            var client = ask(server, "/large.bin");
            await().until(() -> reads.equals(List.of("large.bin")));
            // Its turn comes after the first piece and before the second.
            var holder = ask(server, "/slow.txt");
            nextIsAsked.countDown();
            client.readHead();
            client.readBytes(FetchingResponder.BEGINNING);
            await().until(() -> gate.arrived() == 1);
            expectLoopHasSeenAllThatCameBefore(server);
            client.reset();
            expectLoopHasSeenAllThatCameBefore(server);
            var waiting = ask(server, "/b.txt");
            gate.open();
            assertThat(holder.read().text()).isEqualTo("slow.txt");
            assertThat(waiting.read().text()).isEqualTo("b.txt");
            assertThat(reads).containsExactly("large.bin", "slow.txt", "b.txt");
            holder.close();
            waiting.close();
        }
    }

    private Server start(String... options) throws Exception {
        SlowDisk disk =
                file -> {
                    reads.add(file.toString());
                    gate.delay(file);
                    if (file.toString().startsWith("large.")) {
                        waitFor(nextIsAsked);
                    }
                };
        return Main.start(
                TestSettings.withDisk(TestSettings.serving(root), disk),
                CommandLine.parse(Main.OPTIONS, options));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private RawClient holdTheHelper(Server server) throws Exception {
        var client = ask(server, "/slow.txt");
        await().until(() -> gate.arrived() == 1);
        return client;
    }

    private static RawClient ask(Server server, String target) throws Exception {
        var client = RawClient.to(server.address());
        client.request("GET " + target + " HTTP/1.1", "Host: localhost");
        expectLoopHasSeenAllThatCameBefore(server);
        return client;
    }

    /// What needs no helper is answered by the loop itself, in its turn.
    private static void expectLoopHasSeenAllThatCameBefore(Server server) throws Exception {
        try (var client = RawClient.to(server.address())) {
            client.request("DELETE / HTTP/1.1", "Host: localhost");
            assertThat(client.read().status()).isEqualTo(405);
        }
    }
}
