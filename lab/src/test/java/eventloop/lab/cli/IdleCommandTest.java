package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.Nobody;
import eventloop.lab.study.experiment.ThreadEachServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleCommandTest {
    private final InputStream input = System.in;
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @AfterEach
    void giveInputBack() {
        System.setIn(input);
    }

    @Test
    void bothSidesAreShownAndTheEndOfTheInputLetsThemGo() throws Exception {
        System.setIn(new ByteArrayInputStream(new byte[0]));
        try (var server = new ThreadEachServer(path -> ThreadEachServer.page(200))) {
            assertThat(idle(server.port(), "10", "--half")).isZero();
        }

        assertThat(output.toString().lines())
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
    void nobodyThereCostsOneSentence() throws Exception {
        try (var nobody = new Nobody()) {
            assertThat(idle(nobody.port(), "10")).isEqualTo(1);
            assertThat(errors.toString())
                    .isEqualTo(
                            "course: nobody listens at %s; in another terminal: ./course run N, or say --port P\n"
                                    .formatted(nobody.address()));
        }
        assertThat(output.toString()).isEmpty();
    }

    @Test
    void whoSpeaksSomethingElseCostsOneSentence() throws Exception {
        try (var server = new ThreadEachServer(path -> "SSH-2.0-something\r\n")) {
            assertThat(idle(server.port(), "10")).isEqualTo(1);
            assertThat(errors.toString())
                    .isEqualTo(
                            "course: what listens at %s does not answer in HTTP (this is no status line:"
                                            .formatted(server.address())
                                    + " SSH-2.0-something); if your server is elsewhere, say --port P\n");
        }
        assertThat(output.toString()).isEmpty();
    }

    private int idle(int port, String... arguments) {
        var words =
                Stream.of(Stream.of("idle"), Stream.of(arguments), Stream.of("--port", "" + port));
        return Course.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(words.flatMap(some -> some).toArray(String[]::new));
    }
}
