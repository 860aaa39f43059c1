package eventloop.threadpool;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.crowd.Crowd;
import eventloop.crowd.Threads;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What step 1 lets happen, and what step 2 does instead. Overload has an end: so many threads, so much
/// memory, and an answer to everybody beyond.
class WhatThePoolBuysTest {
    private static final String CONNECTION_THREADS = "connection-";
    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);
    private static final int CLIENTS = 2_000;
    private static final int THREADS = 200;
    private static final int QUEUE = 1_000;

    @TempDir private static Path root;

    @BeforeEach
    void waitForTheEndOfEarlierServers() {
        await().until(() -> Threads.named(CONNECTION_THREADS) == 0);
    }

    private static Server step01() throws Exception {
        var line = CommandLine.parse(eventloop.blocking.Main.OPTIONS);
        return eventloop.blocking.Main.start(patientSettings(), line);
    }

    private static Server step02(String... options) throws Exception {
        return Main.start(patientSettings(), CommandLine.parse(Main.OPTIONS, options));
    }

    /// So patient that nothing in these tests happens because a time was over.
    private static Settings patientSettings() {
        return withTimeouts(
                serving(root), LONGER_THAN_ANY_TEST, LONGER_THAN_ANY_TEST, LONGER_THAN_ANY_TEST);
    }

    @Test
    void step01MakesAThreadForEachOf2000Connections() throws Exception {
        try (var server = step01();
                var _ = Crowd.of(CLIENTS, server.address())) {
            await().until(() -> Threads.named(CONNECTION_THREADS) == CLIENTS);
        }
    }

    @Test
    void has200ThreadsFor2000ConnectionsAndAnAnswerForThoseBeyond() throws Exception {
        try (var server = step02("--threads=" + THREADS, "--queue=" + QUEUE);
                var crowd = Crowd.of(CLIENTS, server.address())) {
            for (var beyond : crowd.clients().subList(THREADS + QUEUE, CLIENTS)) {
                expectTurnedAway(beyond);
            }
            assertThat(Threads.named(CONNECTION_THREADS)).isEqualTo(THREADS);
        }
    }

    @Test
    void turnsTheClientBeyondPoolAndQueueAwayAtOnceAndNotWhenSomebodyHasGone() throws Exception {
        try (var server = step02("--threads=2", "--queue=3");
                var _ = Crowd.of(5, server.address())) {
            expectNextIsTurnedAway(server);
        }
    }

    /// Only the thread that takes a client out of the queue sees that nobody is there.
    @Test
    void keepsThePlaceInTheQueueOfAClientWhoHasGone() throws Exception {
        try (var server = step02("--threads=1", "--queue=1");
                var _ = Crowd.of(1, server.address());
                var queued = RawClient.to(server.address())) {
            expectNextIsTurnedAway(server);
            queued.reset();
            expectNextIsTurnedAway(server);
        }
    }

    private static void expectNextIsTurnedAway(Server server) throws IOException {
        try (var next = RawClient.to(server.address())) {
            expectTurnedAway(next);
        }
    }

    private static void expectTurnedAway(RawClient client) throws IOException {
        var response = client.read();
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("1");
        assertThat(response.header("Connection")).isEqualTo("close");
        client.expectEnd();
    }

    @Test
    void letsClientsInAgainOnceOthersHaveGone() throws Exception {
        try (var server = step02("--threads=2", "--queue=3")) {
            try (var _ = Crowd.of(5, server.address())) {
                expectNextIsTurnedAway(server);
            }
            await().until(() -> isLetIn(server));
        }
    }

    private static boolean isLetIn(Server server) throws IOException {
        try (var client = RawClient.to(server.address())) {
            return client.get("/").status() != 503;
        }
    }
}
