package eventloop.exercises.step05.events;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.exercises.Why;
import eventloop.exercises.step05.events.Happening.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@Tag("5.1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswersTest {
    private static List<Event> trace;

    @BeforeAll
    static void trace(@TempDir Path site) throws Exception {
        trace = new TracedServer(site).trace();
    }

    @Test
    @Order(1)
    @DisplayName("what happens first")
    @Why("the loop has read the request, and must not wait for the disk")
    void first() {
        expect(0);
    }

    @Test
    @Order(2)
    @DisplayName("what happens second")
    @Why("a helper may wait")
    void second() {
        expect(1);
    }

    @Test
    @Order(3)
    @DisplayName("what happens third")
    @Why("meanwhile the loop is free")
    void third() {
        expect(2);
    }

    @Test
    @Order(4)
    @DisplayName("what happens fourth")
    @Why("the disk answers at last")
    void fourth() {
        expect(3);
    }

    @Test
    @Order(5)
    @DisplayName("what happens fifth")
    @Why("the helper must not touch the connection")
    void fifth() {
        expect(4);
    }

    @Test
    @Order(6)
    @DisplayName("what happens sixth")
    @Why("its turn comes like that of any other event")
    void sixth() {
        expect(5);
    }

    @Test
    @Order(7)
    @DisplayName("what happens seventh")
    @Why("only the loop writes to a connection")
    void seventh() {
        expect(6);
    }

    @Test
    @Order(8)
    @DisplayName("what happens last")
    @Why("this is all that the client sees of it")
    void last() {
        expect(7);
    }

    /// Which event is the right one is not told: it is what the student is to find.
    private static void expect(int index) {
        assertThat(Answers.ORDER.size() + " events").isEqualTo(trace.size() + " events");
        boolean isRight = Answers.ORDER.get(index).equals(trace.get(index));
        assertThat(isRight ? "right" : "not this one")
                .as("event %d:", index + 1)
                .isEqualTo("right");
    }
}
