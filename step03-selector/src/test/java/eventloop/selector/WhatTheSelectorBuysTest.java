package eventloop.selector;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.contract.RawResponse;
import eventloop.crowd.Crowd;
import eventloop.crowd.Threads;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What brings step 2 down costs step 3 nothing: clients who have had their answer, keep the connection,
/// and do nothing. Browsers do that for minutes.
class WhatTheSelectorBuysTest {
    private static final String GREETING = "Hello, selector!";
    private static final String REQUEST = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);
    private static final int THREADS_OF_STEP_02 = 200;
    private static final int QUEUE_OF_STEP_02 = 1_000;
    private static final int MORE = 5_000;

    @TempDir private static Path root;

    @BeforeAll
    static void makeSite() throws IOException {
        Files.writeString(root.resolve("hello.txt"), GREETING);
    }

    private static Server step02(String... options) throws Exception {
        var line = CommandLine.parse(eventloop.threadpool.Main.OPTIONS, options);
        return eventloop.threadpool.Main.start(patientSettings(), line);
    }

    private static Server step03() throws Exception {
        return Main.start(patientSettings(), CommandLine.parse(Main.OPTIONS));
    }

    /// So patient that nobody in these tests leaves because a time is over.
    private static Settings patientSettings() {
        return withTimeouts(
                serving(root), LONGER_THAN_ANY_TEST, LONGER_THAN_ANY_TEST, LONGER_THAN_ANY_TEST);
    }

    @Test
    void step02HangsWhenAllItsThreadsAreHeldByIdleClients() throws Exception {
        try (var server = step02("--threads=" + THREADS_OF_STEP_02);
                var idle = Crowd.of(THREADS_OF_STEP_02, server.address())) {
            // Before anybody waits: who is answered while others do has to leave.
            idle.ask("/hello.txt");
            try (var next = RawClient.to(server.address())) {
                next.send(REQUEST);
                await().during(Duration.ofSeconds(1)).until(() -> !next.hasInput());
                idle.clients().getFirst().close();
                expectGreeting(next.read());
            }
        }
    }

    @Test
    void step02TurnsTheNextClientAwayWhenItsQueueIsFullOfIdleClientsToo() throws Exception {
        try (var server = step02("--threads=" + THREADS_OF_STEP_02, "--queue=" + QUEUE_OF_STEP_02);
                var _ = Crowd.of(THREADS_OF_STEP_02 + QUEUE_OF_STEP_02, server.address());
                var next = RawClient.to(server.address())) {
            assertThat(next.get("/hello.txt").status()).isEqualTo(503);
        }
    }

    @Test
    void answersTheNextClientBesideAsManyIdleOnesAnd5000More() throws Exception {
        try (var server = step03()) {
            long threads = Threads.named("");
            try (var idle = Crowd.of(THREADS_OF_STEP_02 + MORE, server.address());
                    var next = RawClient.to(server.address())) {
                idle.ask("/hello.txt");
                expectGreeting(next.get("/hello.txt"));
                assertThat(Threads.named("")).isLessThanOrEqualTo(threads + Threads.OF_OTHERS);
                expectGreeting(idle.clients().getFirst().get("/hello.txt"));
                expectGreeting(idle.clients().getLast().get("/hello.txt"));
            }
        }
    }

    private static void expectGreeting(RawResponse response) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo(GREETING);
    }
}
