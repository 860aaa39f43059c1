package eventloop.exercises.step04.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.exercises.Why;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("4.3")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WheelTest {
    private final Wheel wheel = new Wheel();
    private final List<String> fired = new ArrayList<>();

    @Test
    @Order(1)
    @DisplayName("a timer fires at its tick, and once")
    @Why("a timeout that comes early cuts off a client that was in time")
    void once() {
        start(3, "three");
        start(1, "one");
        turn(2);
        assertThat(fired).as("fired after 2 ticks").isEqualTo(List.of("one"));
        turn(10);
        assertThat(fired).as("fired after 12 ticks").isEqualTo(List.of("one", "three"));
    }

    @Test
    @Order(2)
    @DisplayName("a timer that is more than a round away waits for its round")
    @Why("it stands in the same slot as those of this round")
    void rounds() {
        start(Wheel.SLOTS + 2, "far");
        start(2, "near");
        turn(2);
        assertThat(fired).as("fired after 2 ticks").isEqualTo(List.of("near"));
        turn(Wheel.SLOTS - 1);
        assertThat(fired).as("fired before its tick").isEqualTo(List.of("near"));
        turn(1);
        assertThat(fired).as("fired at its tick").isEqualTo(List.of("near", "far"));
    }

    @Test
    @Order(3)
    @DisplayName("a timer that fires may start another, also a whole round away")
    @Why("a periodic task is one that starts itself again")
    void again() {
        wheel.start(1, () -> start(Wheel.SLOTS, "again"));
        turn(Wheel.SLOTS);
        assertThat(fired).as("fired").isEqualTo(List.of());
        turn(1);
        assertThat(fired).as("fired").isEqualTo(List.of("again"));
    }

    @Test
    @Order(4)
    @DisplayName("a turn looks at the timers of one slot")
    @Why("a hundred thousand clients have a hundred thousand timers, and one is due")
    void looks() {
        var timers = new ArrayList<Timer>();
        for (int i = 0; i < 6400; i++) {
            timers.add(wheel.start(1000 + i, () -> {}));
        }
        long before = looks(timers);
        turn(10);
        long looks = looks(timers) - before;
        assertThat(looks)
                .withFailMessage(
                        "%,d looks in 10 turns at 6,400 timers: each slot has 100, and each of these is to be asked",
                        looks)
                .isBetween(10 * 100L, 2 * 10 * 100L);
    }

    private static long looks(List<Timer> timers) {
        return timers.stream().mapToLong(Timer::looks).sum();
    }

    private void start(long ticks, String name) {
        wheel.start(ticks, () -> fired.add(name));
    }

    private void turn(int ticks) {
        for (int i = 0; i < ticks; i++) {
            wheel.turn();
        }
    }
}
