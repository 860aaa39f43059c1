package eventloop.exercises.step06.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eventloop.cache.Cache;
import eventloop.exercises.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("6.1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArrayLineTest {
    private static final int SLOTS = 5;

    /// For 300,000 steps, which are done in milliseconds. A walk through the line for each of them
    /// is thousands of times as long.
    private static final Duration PLENTY = Duration.ofSeconds(2);

    private final ArrayLine line = new ArrayLine(SLOTS);

    @Test
    @Order(1)
    @DisplayName("who comes first stands first")
    @Why("the first of the line is the next to go")
    void order() {
        add(3, 0, 4);
        assertThat(emptied()).as("line").isEqualTo(List.of(3, 0, 4));
    }

    @Test
    @Order(2)
    @DisplayName("one in the middle leaves, and its neighbours meet")
    @Why("whoever is asked for leaves its place, wherever that is")
    void middle() {
        add(0, 1, 2);
        line.remove(1);
        assertThat(emptied()).as("line").isEqualTo(List.of(0, 2));
    }

    @Test
    @Order(3)
    @DisplayName("the last one leaves, and the next to come stands in its place")
    @Why("the mark has a neighbour on both sides, and both have to be told")
    void last() {
        add(0, 1, 2);
        line.remove(2);
        add(4);
        assertThat(emptied()).as("line").isEqualTo(List.of(0, 1, 4));
    }

    @Test
    @Order(4)
    @DisplayName("a line that everybody has left is empty, and can be used again")
    @Why("the mark alone is a ring of one")
    void empty() {
        add(2);
        line.remove(2);
        assertThat(line.isEmpty()).as("empty").isTrue();
        add(2, 1);
        assertThat(emptied()).as("line").isEqualTo(List.of(2, 1));
    }

    @Test
    @Order(5)
    @DisplayName("in the cache of step 6: who was asked for again stays")
    @Why("this is what makes it LRU and not FIFO")
    void cache() {
        var cache = new Cache<String, String>(3, new ArrayLru(3), _ -> {});
        for (var name : List.of("a", "b", "c")) {
            cache.store(name, name, 1);
        }
        cache.find("a");
        cache.store("d", "d", 1);
        assertThat(cache.find("b")).as("b, which nobody has asked for").isEmpty();
        assertThat(cache.find("a")).as("a, which somebody has asked for").isPresent();
    }

    @Test
    @Order(6)
    @DisplayName("a use costs the same few steps in a long line")
    @Why("each request moves one of a hundred thousand")
    void longLine() {
        int slots = 100_000;
        var crowd = new ArrayLine(slots);
        assertTimeoutPreemptively(
                PLENTY,
                () -> {
                    IntStream.range(0, slots).forEach(crowd::addToEnd);
                    for (int slot = slots - 1; slot >= 0; slot--) {
                        crowd.remove(slot);
                        crowd.addToEnd(slot);
                    }
                },
                "100,000 come, and each is used once");
    }

    @Test
    @Order(7)
    @DisplayName("after 100,000 random uses the line is in the order of the last use")
    @Why("a single wrong arrow shows up sooner or later")
    void random() {
        var random = new Random(2018);
        var expected = new LinkedHashSet<Integer>();
        for (int i = 0; i < 100_000; i++) {
            int slot = random.nextInt(SLOTS);
            if (expected.remove(slot)) {
                line.remove(slot);
            }
            if (random.nextInt(10) > 0) {
                expected.add(slot);
                line.addToEnd(slot);
            }
        }
        assertThat(emptied()).as("line").isEqualTo(List.copyOf(expected));
    }

    private void add(int... slots) {
        for (int slot : slots) {
            line.addToEnd(slot);
        }
    }

    /// Takes everybody out from the beginning; more than there can be only if the ring is broken.
    private List<Integer> emptied() {
        var slots = new ArrayList<Integer>();
        while (!line.isEmpty() && slots.size() <= SLOTS) {
            slots.add(line.first());
            line.remove(line.first());
        }
        return slots;
    }
}
