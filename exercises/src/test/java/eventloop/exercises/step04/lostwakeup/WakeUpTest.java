package eventloop.exercises.step04.lostwakeup;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.eventqueue.Event;
import eventloop.eventqueue.EventQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("4.4")
class WakeUpTest {
    private final EventQueue queue = new EventQueue();

    @Test
    void catchesTheBugs() {
        // Yours to write, in as many tests as you like.
        assertThat(queue).isNotNull();
    }
}
