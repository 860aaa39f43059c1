package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.experiment.ThreadEachServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleCommandTest {
    private final InputStream input = System.in;
    private final StringWriter output = new StringWriter();

    @AfterEach
    void giveInputBack() {
        System.setIn(input);
    }

    @Test
    void bothSidesAreShownAndTheEndOfTheInputLetsThemGo() throws Exception {
        System.setIn(new ByteArrayInputStream(new byte[0]));
        int status;
        try (var server = new ThreadEachServer(path -> ThreadEachServer.page(200))) {
            status =
                    Course.commandLine()
                            .setOut(new PrintWriter(output, true))
                            .execute("idle", "10", "--half", "--port", "" + server.port());
        }

        assertThat(status).isZero();
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
}
