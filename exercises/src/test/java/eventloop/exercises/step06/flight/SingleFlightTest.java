package eventloop.exercises.step06.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.exercises.Why;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("6.3")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SingleFlightTest {
    private final List<Consumer<String>> asked = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final SingleFlight<String, String> flight =
            new SingleFlight<>((_, callback) -> asked.add(callback));

    @Test
    @Order(1)
    @DisplayName("one asks, and is told")
    @Why("without company nothing changes")
    void alone() {
        flight.ask("page", told::add);
        answer(0, "new");
        assertThat(told).as("told").isEqualTo(List.of("new"));
    }

    @Test
    @Order(2)
    @DisplayName("a hundred ask at once, and the source is asked once")
    @Why("a hundred helpers that read one file are not there for anybody else")
    void hundred() {
        for (int i = 0; i < 100; i++) {
            flight.ask("page", told::add);
        }
        assertThat(asked.size() + " times").as("the source was asked").isEqualTo("1 times");
    }

    @Test
    @Order(3)
    @DisplayName("all of them are told")
    @Why("whoever waits and is forgotten waits for ever")
    void all() {
        for (int i = 0; i < 100; i++) {
            flight.ask("page", told::add);
        }
        answer(0, "new");
        assertThat(told.size() + " answers").isEqualTo("100 answers");
    }

    @Test
    @Order(4)
    @DisplayName("who asks for something else does not wait for them")
    @Why("one flight for each key")
    void another() {
        flight.ask("page", told::add);
        flight.ask("picture", told::add);
        answer(1, "the picture");
        assertThat(told).as("told").isEqualTo(List.of("the picture"));
        answer(0, "the page");
        assertThat(told).as("told").isEqualTo(List.of("the picture", "the page"));
    }

    @Test
    @Order(5)
    @DisplayName("who asks after the answer has come, sends for a new one")
    @Why("the file may have changed since")
    void afterwards() {
        flight.ask("page", told::add);
        answer(0, "old");
        flight.ask("page", told::add);
        assertThat(asked.size() + " times").as("the source was asked").isEqualTo("2 times");
        answer(1, "new");
        assertThat(told).as("told").isEqualTo(List.of("old", "new"));
    }

    @Test
    @Order(6)
    @DisplayName("who asks again when it is told is told twice")
    @Why("it wants what is newer than what it was just told")
    void again() {
        flight.ask(
                "page",
                first -> {
                    told.add(first);
                    flight.ask("page", told::add);
                });
        flight.ask("page", told::add);
        answer(0, "old");
        assertThat(asked.size() + " times").as("the source was asked").isEqualTo("2 times");
        answer(1, "new");
        assertThat(told).as("told").isEqualTo(List.of("old", "old", "new"));
    }

    @Test
    @Order(7)
    @DisplayName("one who throws when it is told costs nobody else the answer")
    @Why("a bug in one connection is not to reach the others")
    void throwing() {
        expectAnswerBeside(_ -> {
            throw new IllegalStateException("on purpose");
        });
    }

    @Test
    @Order(8)
    @DisplayName("a source that answers at once is fine too")
    @Why("now or later, as a handler does")
    void atOnce() {
        Map<String, Integer> times = new LinkedHashMap<>();
        var quick =
                new SingleFlight<String, String>((key, callback) -> {
                    times.merge(key, 1, Integer::sum);
                    callback.accept(key + " " + times.get(key));
                });
        quick.ask("page", told::add);
        quick.ask("page", told::add);
        assertThat(told).as("told").isEqualTo(List.of("page 1", "page 2"));
    }

    @Test
    @Order(9)
    @DisplayName("a source that throws has not set out, so the next who asks is the first again")
    @Why("whoever waits for a flight that has never begun waits for ever")
    void sourceThrows() {
        expectNextIsFirstAgainBehind(() -> {
            throw new IllegalStateException("on purpose");
        });
    }

    @Test
    @Order(10)
    @DisplayName("a source that throws after its answer costs nobody else his")
    @Why("its flight is over: whoever has asked since waits for another one")
    void sourceThrowsAfterItsAnswer() {
        var later = new ArrayList<Consumer<String>>();
        var hasty =
                new SingleFlight<String, String>((_, callback) -> {
                    if (told.isEmpty()) {
                        callback.accept("old");
                        throw new IllegalStateException("on purpose");
                    }
                    later.add(callback);
                });
        // The same one twice: two lists with it in them are equal, and two flights all the same.
        var asksAgain =
                new Consumer<String>() {
                    @Override
                    public void accept(String answer) {
                        told.add(answer);
                        if (told.size() == 1) {
                            hasty.ask("page", this);
                        }
                    }
                };
        try {
            hasty.ask("page", asksAgain);
        } catch (IllegalStateException onPurpose) {
            // Whoever asked first has its answer.
        }
        hasty.ask("page", told::add);
        assertThat(later.size() + " times").as("asked since").isEqualTo("1 times");
        later.getFirst().accept("new");
        assertThat(told).as("told").isEqualTo(List.of("old", "new", "new"));
    }

    @Test
    @Order(11)
    @DisplayName("a source that throws an Error has not set out either")
    @Why("a class that is missing ends one call, and not the server: others will ask")
    void sourceThrowsAnError() {
        expectNextIsFirstAgainBehind(() -> {
            throw new NoClassDefFoundError("on purpose");
        });
    }

    @Test
    @Order(12)
    @DisplayName("one who throws an Error when it is told costs nobody else the answer either")
    @Why("a stack that is full in one connection is not so in the others")
    void throwingAnError() {
        expectAnswerBeside(_ -> {
            throw new StackOverflowError("on purpose");
        });
    }

    private void expectAnswerBeside(Consumer<String> faulty) {
        flight.ask("page", faulty);
        flight.ask("page", told::add);
        try {
            answer(0, "new");
        } catch (IllegalStateException | StackOverflowError onPurpose) {
            // To throw it on is fine too, once all are told.
        }
        assertThat(told).as("told").isEqualTo(List.of("new"));
    }

    /// @param fault of the source, the first time
    private void expectNextIsFirstAgainBehind(Runnable fault) {
        var broken = new AtomicBoolean(true);
        var unreliable =
                new SingleFlight<String, String>((_, callback) -> {
                    if (broken.getAndSet(false)) {
                        fault.run();
                    }
                    callback.accept("the page");
                });
        assertThatThrownBy(() -> unreliable.ask("page", told::add))
                .as("what the one who asked gets")
                .hasMessage("on purpose");
        unreliable.ask("page", told::add);
        assertThat(told).as("told").endsWith("the page");
    }

    private void answer(int flightNumber, String text) {
        asked.get(flightNumber).accept(text);
    }
}
