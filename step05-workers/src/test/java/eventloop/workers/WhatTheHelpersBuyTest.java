package eventloop.workers;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withDisk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A slow disk stops step 4 altogether. Here it stops those who asked for what is on it.
class WhatTheHelpersBuyTest {
    @TempDir private Path root;

    @BeforeEach
    void makeFiles() throws Exception {
        Files.writeString(root.resolve("slow.txt"), "slow");
        Files.writeString(root.resolve("fast.txt"), "fast");
    }

    @Test
    void whileTheDiskIsSlowForSomeTheOthersAreAnswered() throws Exception {
        try (var gate = new Gate();
                var server = step5(gate);
                var slow = clients(server, 3)) {
            slow.request("/slow.txt");
            await().until(() -> gate.arrived() == 3);
            assertThat(gate.threads()).allMatch(name -> name.startsWith("helper-"));

            try (var other = RawClient.to(server.address())) {
                for (int i = 0; i < 1_000; i++) {
                    assertThat(other.get("/fast.txt").text()).isEqualTo("fast");
                }
            }

            gate.open();
            slow.expect(200);
        }
    }

    @Test
    void onStep4TheOthersWaitForTheSlowDisk() throws Exception {
        try (var gate = new Gate();
                var server =
                        eventloop.eventqueue.Main.start(
                                settings(gate),
                                CommandLine.parse(eventloop.eventqueue.Main.OPTIONS));
                var slow = clients(server, 1);
                var other = RawClient.to(server.address())) {
            slow.request("/slow.txt");
            await().until(() -> gate.arrived() == 1);
            // The thread that answers all the others stands at the disk.
            assertThat(gate.threads()).containsExactly("event-loop");

            other.request("GET /fast.txt HTTP/1.1", "Host: localhost");
            gate.open();
            slow.expect(200);
            assertThat(other.read().text()).isEqualTo("fast");
        }
    }

    @Test
    void whenAllHelpersAreBusyAndTheQueueIsFullTheAnswerIs503AtOnce() throws Exception {
        try (var gate = new Gate();
                var server = step5(gate, "--workers", "2", "--worker-queue", "1");
                var slow = clients(server, 3);
                var refused = RawClient.to(server.address())) {
            slow.request("/slow.txt");
            await().until(() -> gate.arrived() == 2);

            // What needs no helper is answered by the loop in its turn: it has seen all that came
            // before.
            refused.request("DELETE /fast.txt HTTP/1.1", "Host: localhost");
            assertThat(refused.read().status()).isEqualTo(405);

            var answer = refused.get("/fast.txt");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");

            gate.open();
            slow.expect(200);
            assertThat(refused.get("/fast.txt").text()).isEqualTo("fast");
        }
    }

    /// Saying no needs no disk, so it needs no helper either.
    @Test
    void whatCannotBlockIsAnsweredThoughAllHelpersAreBusy() throws Exception {
        try (var gate = new Gate();
                var server = step5(gate, "--workers", "1", "--worker-queue", "0");
                var slow = clients(server, 1);
                var other = RawClient.to(server.address())) {
            slow.request("/slow.txt");
            await().until(() -> gate.arrived() == 1);

            other.request("DELETE /fast.txt HTTP/1.1", "Host: localhost");
            assertThat(other.read().status()).isEqualTo(405);

            gate.open();
            slow.expect(200);
        }
    }

    @Test
    void aHelperThatFailsCostsOneRequest() throws Exception {
        var failures = List.of(new IllegalStateException("test"), new StackOverflowError("test"));
        for (Throwable failure : failures) {
            try (var server =
                            Main.start(
                                    withDisk(serving(root), file -> throwFor(file, failure)),
                                    CommandLine.parse(Main.OPTIONS, "--workers", "1"));
                    var client = RawClient.to(server.address())) {
                for (int i = 0; i < 10; i++) {
                    assertThat(client.get("/slow.txt").status()).isEqualTo(500);
                    assertThat(client.get("/fast.txt").text()).isEqualTo("fast");
                }
            }
        }
    }

    private static void throwFor(Path file, Throwable failure) {
        if (file.toString().startsWith("slow")) {
            switch (failure) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                default -> throw new AssertionError(failure);
            }
        }
    }

    private Server step5(Gate gate, String... options) throws Exception {
        return Main.start(settings(gate), CommandLine.parse(Main.OPTIONS, options));
    }

    private Settings settings(Gate gate) {
        return withDisk(serving(root), gate);
    }

    private static Clients clients(Server server, int count) throws Exception {
        var all = new ArrayList<RawClient>();
        for (int i = 0; i < count; i++) {
            all.add(RawClient.to(server.address()));
        }
        return new Clients(all);
    }

    /// Several clients that do the same.
    private record Clients(List<RawClient> all) implements AutoCloseable {
        void request(String target) throws Exception {
            for (var client : all) {
                client.request("GET " + target + " HTTP/1.1", "Host: localhost");
            }
        }

        void expect(int status) throws Exception {
            for (var client : all) {
                assertThat(client.read().status()).isEqualTo(status);
            }
        }

        @Override
        public void close() throws Exception {
            for (var client : all) {
                client.close();
            }
        }
    }
}
