package eventloop.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogTest {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void catchErrors() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveErrorsBack() {
        System.setErr(before);
    }

    @Test
    void aProblemIsOneLineWithItsTimeAndCause() {
        // Another test may have used up the lines of this second.
        await().until(() -> {
            Log.problem("cannot accept", new IOException("Too many open files"));
            return written.size() > 0;
        });
        assertThat(written.toString(StandardCharsets.UTF_8))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ cannot accept: "
                                + "java.io.IOException: Too many open files\\R");
    }

    @Test
    void whoFailsOftenDoesNotFillTheDisk() {
        for (int i = 0; i < 1_000; i++) {
            Log.problem("again", new IOException());
        }
        // A second may end meanwhile, and the next one begin.
        assertThat(written.toString(StandardCharsets.UTF_8).lines().count()).isBetween(1L, 60L);
    }
}
