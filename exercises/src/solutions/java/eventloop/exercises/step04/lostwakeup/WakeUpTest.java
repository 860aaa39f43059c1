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

    // tag::solution[]
    @Test
    void nobodySleepsBesideAnEvent() {
        queue.put(event());
        assertThat(queue.fallAsleep()).isFalse();
        assertThat(queue.put(event())).isFalse();
    }

    @Test
    void whoPutsTheFirstEventWakesTheSleeper() {
        assertThat(queue.fallAsleep()).isTrue();
        assertThat(queue.put(event())).isTrue();
        assertThat(queue.put(event())).isFalse();
    }

    @Test
    void whoIsAwakeNeedNotBeWoken() {
        assertThat(queue.put(event())).isFalse();
        queue.drain(event -> {});
        assertThat(queue.fallAsleep()).isTrue();
        queue.noteAwake();
        assertThat(queue.put(event())).isFalse();
    }

    @Test
    void whatComesMeanwhileComesWithTheNextTurn() {
        var taken = new ArrayList<Event>();
        var first = event();
        var second = event();
        queue.put(first);
        queue.drain(event -> {
            taken.add(event);
            if (event == first) {
                queue.put(second);
            }
        });
        assertThat(taken).isEqualTo(List.of(first));
        queue.drain(taken::add);
        assertThat(taken).isEqualTo(List.of(first, second));
    }

    private static Event event() {
        return new Event.Completion(() -> {});
    }
    // end::solution[]
}
