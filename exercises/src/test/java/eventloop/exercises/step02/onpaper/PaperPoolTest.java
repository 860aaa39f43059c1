package eventloop.exercises.step02.onpaper;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.exercises.Why;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;

@Tag("2.3")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaperPoolTest {
    @Test
    @Order(1)
    @DisplayName("who finds a free thread is served at once")
    @Why("as long as there is a thread for everybody, a pool is step 1")
    void free() {
        assertThat(PaperPool.ends(2, List.of(0L, 10L, 200L), 100))
                .as("answered at")
                .isEqualTo(List.of(100L, 110L, 300L));
    }

    @Test
    @Order(2)
    @DisplayName("who finds all threads taken waits")
    @Why("a pool of N threads serves N clients at once")
    void waits() {
        assertThat(PaperPool.ends(1, List.of(0L, 0L, 0L), 2000))
                .as("answered at")
                .isEqualTo(List.of(2000L, 4000L, 6000L));
    }

    @Test
    @Order(3)
    @DisplayName("the thread that is free first takes the next client")
    @Why("the queue is one, and the threads are several")
    void first() {
        assertThat(PaperPool.ends(2, List.of(0L, 50L, 60L, 70L), 100))
                .as("answered at")
                .isEqualTo(List.of(100L, 150L, 200L, 250L));
    }

    @Test
    @Order(4)
    @DisplayName("after a pause nobody waits")
    @Why("a thread that has been idle is free now, and not in the past")
    void pause() {
        assertThat(PaperPool.ends(1, List.of(0L, 1000L, 1010L), 100))
                .as("answered at")
                .isEqualTo(List.of(100L, 1100L, 1200L));
    }

    @Test
    @Order(5)
    @DisplayName("ten clients, four threads, 2,000 ms each")
    @Why("this is the guess")
    void guess(TestReporter reporter) {
        var ends = PaperPool.ends(4, Collections.nCopies(10, 0L), 2000);
        assertThat(ends.getLast()).as("last answer").isEqualTo(6000);
        reporter.publishEntry("last answer, ms", Long.toString(ends.getLast()));
    }
}
