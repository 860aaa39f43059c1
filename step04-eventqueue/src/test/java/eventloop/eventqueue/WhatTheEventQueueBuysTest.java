package eventloop.eventqueue;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withDrainTimeout;
import static eventloop.contract.TestSettings.withTimeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.crowd.Crowd;
import eventloop.crowd.Threads;
import eventloop.selector.Loop;
import eventloop.selector.LoopServer;
import eventloop.selector.SelectorLoop;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The three things that follow when whatever happens becomes an event in one queue: nobody can keep the
/// loop to itself, time is watched without a thread for each who is watched, and other threads have a
/// door to come in by.
class WhatTheEventQueueBuysTest {
    private static final String HELLO = "Hello, event queue!";

    @TempDir private static Path root;

    @BeforeAll
    static void makeSite() throws IOException {
        Files.writeString(root.resolve("hello.txt"), HELLO);
    }

    private static Server step02(Settings settings, String... options) throws Exception {
        var line = CommandLine.parse(eventloop.threadpool.Main.OPTIONS, options);
        return eventloop.threadpool.Main.start(settings, line);
    }

    private static Server step03(Settings settings) throws Exception {
        var line = CommandLine.parse(eventloop.selector.Main.OPTIONS);
        return eventloop.selector.Main.start(settings, line);
    }

    private static Server step04(Settings settings) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS));
    }

    /// A client sends 10,000 requests in one go, and another one sends one.
    @Nested
    class WithABurstOfRequests {
        private static final int BURST = 10_000;

        @Test
        void step03AnswersHundredsOfThemBeforeItLooksUp() throws Exception {
            assertThat(answersToABurstBeforeTheOther(new SelectorLoop())).isGreaterThan(100);
        }

        @Test
        void theOtherClientHasItsTurnAfterTheNextOne() throws Exception {
            assertThat(
                            answersToABurstBeforeTheOther(
                                    new EventLoop(new EventQueue(), new TimerWheel())))
                    .isLessThanOrEqualTo(2);
        }

        /// The first request of the burst is held until the other client's has arrived. From then on, the
        /// loop alone decides who is next.
        private static int answersToABurstBeforeTheOther(Loop loop) throws Exception {
            var handler = new HoldsTheFirst("/burst");
            var settings = serving(root);
            try (var server = LoopServer.start(settings, loop, handler);
                    var greedy = RawClient.to(server.address());
                    var other = RawClient.to(server.address())) {
                Thread.startVirtualThread(() -> sendBurst(greedy));
                handler.awaitFirst();
                other.request("GET /other HTTP/1.1", "Host: a");
                // The kernel has let in somebody who came later, so it has also taken in what was
                // sent before.
                RawClient.to(server.address()).close();
                handler.letGo();
                for (int i = 0; i < BURST; i++) {
                    assertThat(greedy.read().text()).isEqualTo("/burst");
                }
                assertThat(other.read().text()).isEqualTo("/other");
                return handler.handled().indexOf("/other") - 1;
            }
        }

        /// Sends it all; returns when the last byte has found room.
        private static void sendBurst(RawClient client) {
            var request = "GET /burst HTTP/1.1\r\nHost: a\r\n";
            var last = request + "Connection: close\r\n\r\n";
            try {
                client.send((request + "\r\n").repeat(BURST - 1) + last);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// Clients begin a request and stop, or do not even begin.
    @Nested
    class WithClientsWhoStop {
        private static final int CLIENTS = 1_000;
        private static final Duration NEVER = Duration.ofHours(1);
        private static final Duration SOON = Duration.ofMillis(500);

        private static final Settings SENT_HOME_HALF_WAY =
                withTimeouts(serving(root), NEVER, SOON, NEVER);
        private static final Settings SENT_HOME_WHEN_IDLE =
                withTimeouts(serving(root), SOON, NEVER, NEVER);

        @Test
        void step02HoldsAThreadForEachAndDoesNotEvenLookAtTheLast() throws Exception {
            try (var server = step02(SENT_HOME_HALF_WAY, "--threads=4", "--queue=" + CLIENTS);
                    var crowd = halfSent(server)) {
                for (var first : crowd.clients().subList(0, 4)) {
                    assertThat(first.read().status()).isEqualTo(408);
                }
                var last = crowd.clients().getLast();
                await().during(SOON.multipliedBy(2)).until(() -> !last.hasInput());
            }
        }

        /// No thread each, already; but all of them are looked at ten times a second.
        @Test
        void step03SendsThemHomeByLookingAtEverybody() throws Exception {
            try (var server = step03(SENT_HOME_HALF_WAY)) {
                expectTimeoutsWithoutThreads(server);
            }
        }

        @Test
        void theyAreSentHomeByATimerWithoutAThreadEach() throws Exception {
            try (var server = step04(SENT_HOME_HALF_WAY)) {
                expectTimeoutsWithoutThreads(server);
            }
        }

        private static void expectTimeoutsWithoutThreads(Server server) throws Exception {
            long threads = Threads.named("");
            try (var crowd = halfSent(server)) {
                assertThat(Threads.named("")).isLessThanOrEqualTo(threads + Threads.OF_OTHERS);
                for (var client : crowd.clients()) {
                    assertThat(client.read().status()).isEqualTo(408);
                    client.expectEnd();
                }
            }
        }

        private static Crowd halfSent(Server server) throws IOException {
            var crowd = Crowd.of(CLIENTS, server.address());
            for (var client : crowd.clients()) {
                client.send("GET /hello.txt HT");
            }
            return crowd;
        }

        @Test
        void idleOnesAreSentHomeInSilence() throws Exception {
            try (var server = step04(SENT_HOME_WHEN_IDLE);
                    var crowd = Crowd.of(CLIENTS, server.address())) {
                for (var client : crowd.clients()) {
                    client.expectEnd();
                }
            }
        }
    }

    /// A handler has handed its request to another thread, and the answer comes from there.
    @Nested
    class WithWorkFromAnotherThread {
        private static final int ANSWERS = 200;

        /// It would write in the middle of others, in the buffer that all share: an assertion stands before that.
        @Test
        void step03HasNoDoorAndTheThreadIsCaughtAtTheWindow() throws Exception {
            assertThat(Executor.class.isAssignableFrom(SelectorLoop.class)).isFalse();
            var handler = new KeepsRequests("/later");
            // One answer never comes: the end of the server need not wait for it for as long as
            // usual.
            var settings = withDrainTimeout(serving(root), Duration.ofMillis(100));
            try (var server = LoopServer.start(settings, new SelectorLoop(), handler);
                    var patient = RawClient.to(server.address());
                    var other = RawClient.to(server.address())) {
                patient.request("GET /later HTTP/1.1", "Host: a");
                await().until(() -> handler.kept() == 1);
                assertThat(other.get("/first").text()).isEqualTo("/first");
                assertThatThrownBy(() -> handler.answer(new WatchedBody("/later")))
                        .isInstanceOf(AssertionError.class);
                assertThat(other.get("/second").text()).isEqualTo("/second");
                assertThat(patient.hasInput()).isFalse();
            }
        }

        @Test
        void itComesBackThroughTheQueueAndTheLoopWrites() throws Exception {
            var loop = new EventLoop(new EventQueue(), new TimerWheel());
            var handler = new KeepsRequests("/later");
            try (var server = LoopServer.start(serving(root), loop, handler);
                    var crowd = Crowd.of(ANSWERS, server.address())) {
                for (var client : crowd.clients()) {
                    client.request("GET /later HTTP/1.1", "Host: a");
                }
                await().until(() -> handler.kept() == ANSWERS);
                var bodies =
                        IntStream.range(0, ANSWERS)
                                .mapToObj(number -> new WatchedBody("answer " + number))
                                .toList();
                for (var body : bodies) {
                    Thread.startVirtualThread(() -> loop.execute(() -> handler.answer(body)));
                }
                var answers = new ArrayList<String>();
                for (var client : crowd.clients()) {
                    answers.add(client.read().text());
                }
                assertThat(answers).doesNotHaveDuplicates().allMatch(a -> a.startsWith("answer "));
                assertThat(bodies)
                        .allSatisfy(body -> assertThat(body.writtenBy()).isEqualTo("event-loop"));
            }
        }
    }
}
