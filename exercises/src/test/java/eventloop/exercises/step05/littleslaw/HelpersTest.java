package eventloop.exercises.step05.littleslaw;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.exercises.Why;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;

@Tag("5.4")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HelpersTest {
    private static final int SECONDS = 10;

    @Test
    @Order(1)
    @DisplayName("with so many helpers the queue is empty in the end")
    @Why("what comes in a second has to be done in a second")
    void enough() throws Exception {
        assertThat(waitingAfterTenSeconds(Helpers.COUNT) + " jobs in the queue")
                .isEqualTo("0 jobs in the queue");
    }

    @Test
    @Order(2)
    @DisplayName("with one fewer it is not: so it is the smallest number")
    @Why("each helper has a stack, and disks do not like a crowd")
    void fewest(TestReporter reporter) throws Exception {
        int waiting = waitingAfterTenSeconds(Helpers.COUNT - 1);
        reporter.publishEntry(
                "in the queue with one fewer, after ten seconds", Integer.toString(waiting));
        assertThat(waiting > 0 ? "jobs in the queue" : "an empty queue")
                .as("with %d helpers", Helpers.COUNT - 1)
                .isEqualTo("jobs in the queue");
    }

    private static int waitingAfterTenSeconds(int helpers) throws Exception {
        try (var disk = new TimedDisk(helpers)) {
            for (int tick = 0; tick < SECONDS * TimedDisk.TICKS_A_SECOND; tick++) {
                disk.tick();
            }
            return disk.waiting();
        }
    }
}
