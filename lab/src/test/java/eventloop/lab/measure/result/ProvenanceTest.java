package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static final Provenance BEFORE =
            new Provenance(Instant.EPOCH, "cpu", 2, 1000, "Linux 6.1", "JDK 25", "c", "./course");

    @Test
    void runsOfOneMachineAndOneJdkGoIntoOneTable() {
        var later =
                new Provenance(
                        Instant.EPOCH.plusSeconds(1),
                        "cpu",
                        2,
                        1001,
                        "Linux 6.1",
                        "JDK 25",
                        "d",
                        "./course again");

        assertThat(later.differencesFrom(BEFORE)).isEmpty();
    }

    @Test
    void anotherProcessorKernelOrJdkIsTold() {
        var elsewhere =
                new Provenance(
                        Instant.EPOCH, "chip", 4, 1000, "Linux 6.2", "JDK 26", "c", "./course");

        assertThat(elsewhere.differencesFrom(BEFORE))
                .containsExactly(
                        "processor (chip, not cpu)",
                        "processors (4, not 2)",
                        "operating system (Linux 6.2, not Linux 6.1)",
                        "JDK (JDK 26, not JDK 25)");
    }
}
