package eventloop.exercises.step04.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.exercises.Why;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("4.1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswersTest {
    private final List<String> happened = new CopyOnWriteArrayList<>();

    @Test
    @Order(1)
    @DisplayName("your order is the loop's order")
    @Why("what is put goes behind all that stand there; what is called happens at once")
    void order() throws Exception {
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        loop.execute(() -> {
            happened.add("A");
            loop.execute(() -> {
                happened.add("B");
                loop.execute(() -> happened.add("F"));
            });
            happened.add("C");
            loop.execute(() -> happened.add("D"));
        });
        loop.execute(() -> happened.add("E"));
        loop.execute(() -> {
            happened.add("G");
            LockSupport.parkNanos(50_000_000);
        });
        loop.execute(() -> {
            happened.add("H");
            throw new IllegalStateException("H has failed, as it was to");
        });
        var thread = Thread.ofPlatform().start(() -> run(loop));
        await().atMost(Duration.ofSeconds(2)).until(() -> happened.size() == 8);
        loop.end(Duration.ZERO);
        thread.join();
        // The right order itself is not told: it is what the student is to find.
        assertThat(rightFromTheBeginning(Answers.order()))
                .as("right, from the beginning:")
                .isEqualTo(happened.size());
        assertThat(Answers.order()).as("events").hasSameSizeAs(happened);
    }

    private int rightFromTheBeginning(List<String> order) {
        return (int)
                IntStream.range(0, Math.min(order.size(), happened.size()))
                        .takeWhile(i -> order.get(i).equals(happened.get(i)))
                        .count();
    }

    private static void run(EventLoop loop) {
        try {
            loop.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
