package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientFilesTest {
    /// A JVM has raised its limit as far as it may: whoever is not root gets no further with ulimit.
    @Test
    void whoMayNotHaveMoreFilesIsToldHowManyClientsThereCanBe() {
        assertThat(ClientFiles.shortage(5_000, 4_096, "./course idle"))
                .isEqualTo(
                        "5,000 clients need 5,500 open files, and a process may have 4,096 here: ulimit -n 5500"
                                + " (if that is refused: as root, or in /etc/security/limits.conf);"
                                + " or fewer clients: ./course idle 3596");
    }

    @Test
    void whereNoClientAtAllCanBeHadNoneIsOffered() {
        assertThat(ClientFiles.shortage(10, 256, "--count")).endsWith("limits.conf)");
    }
}
