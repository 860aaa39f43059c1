package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.Nobody;
import eventloop.lab.study.experiment.ThreadEachServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdleCommandTest {
    @RegisterExtension private final TypedCommands commands = new TypedCommands();

    @Test
    void bothSidesAreShownAndTheEndOfTheInputLetsThemGo() throws Exception {
        commands.read(new ByteArrayInputStream(new byte[0]));
        try (var server = new ThreadEachServer(path -> ThreadEachServer.page(200))) {
            assertThat(idle(server.port(), "10", "--half")).isZero();
        }

        assertThat(commands.output().lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "10 clients are connected and in the middle of a request"),
                        line -> assertThat(line).isEqualTo("             before   with them"),
                        line -> assertThat(line).matches("threads +\\d+ +\\d+"),
                        line -> assertThat(line).matches("memory, MiB +\\d+ +\\d+"),
                        line -> assertThat(line).startsWith("the next client: 2 × 200   median "),
                        line -> assertThat(line).isEqualTo("Ctrl-C lets them go."),
                        line -> assertThat(line).startsWith("The input has ended"));
    }

    @Test
    void whoIsDismissedIsToldAndNobodyWaitsForNobody() throws Exception {
        try (var server = new ThreadEachServer(path -> ThreadEachServer.page(200));
                var typing = new Typing(() -> server.dismissAll(ThreadEachServer.page(408)))) {
            commands.read(typing);
            assertThat(idle(server.port(), "10")).isZero();
        }

        assertThat(commands.output().lines().skip(5))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Ctrl-C lets them go."),
                        line ->
                                assertThat(line)
                                        .matches("the server has dismissed 10 after \\d+ s: 408"),
                        line -> assertThat(line).isEqualTo("None is left."));
    }

    @Test
    void nobodyThereCostsOneSentence() throws Exception {
        try (var nobody = new Nobody()) {
            assertThat(idle(nobody.port(), "10")).isEqualTo(1);
            assertThat(commands.errors())
                    .isEqualTo(
                            "course: nobody listens at %s; in another terminal: ./course run N, or say --port P\n"
                                    .formatted(nobody.address()));
        }
        assertThat(commands.output()).isEmpty();
    }

    @Test
    void whoSpeaksSomethingElseCostsOneSentence() throws Exception {
        try (var server = new ThreadEachServer(path -> "SSH-2.0-something\r\n")) {
            assertThat(idle(server.port(), "10")).isEqualTo(1);
            assertThat(commands.errors())
                    .isEqualTo(
                            "course: what listens at %s does not answer in HTTP (this is no status line:"
                                            .formatted(server.address())
                                    + " SSH-2.0-something); if your server is elsewhere, say --port P\n");
        }
        assertThat(commands.output()).isEmpty();
    }

    /// A terminal at which nobody types. By the time it is read from, the clients are held.
    private static final class Typing extends InputStream {
        private final CountDownLatch end = new CountDownLatch(1);
        private final Runnable beginning;

        private Typing(Runnable beginning) {
            this.beginning = beginning;
        }

        @Override
        public int read() {
            beginning.run();
            try {
                end.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }

        @Override
        public void close() {
            end.countDown();
        }
    }

    private int idle(int port, String... arguments) {
        var words =
                Stream.of(Stream.of("idle"), Stream.of(arguments), Stream.of("--port", "" + port));
        return commands.run(words.flatMap(some -> some).toArray(String[]::new));
    }
}
