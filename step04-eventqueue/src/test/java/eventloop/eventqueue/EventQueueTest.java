package eventloop.eventqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The queue as one thread sees it. What happens between threads is in [EventQueueStressTest] and
/// [EventQueueLincheckTest].
class EventQueueTest {
    private final EventQueue queue = new EventQueue();
    private final List<Integer> received = new ArrayList<>();
    private int wakeUps;

    private void put(int number) {
        if (queue.put(new Event.Completion(() -> received.add(number)))) {
            wakeUps++;
        }
    }

    private void drain() {
        queue.drain(EventQueueTest::run);
    }

    static void run(Event event) {
        if (event instanceof Event.Completion(var task)) {
            task.run();
        }
    }

    @Test
    void givesNothingWhenNothingIsIn() {
        drain();
        assertThat(received).isEmpty();
    }

    @Test
    void givesEachEventOnceAndInOrder() {
        var numbers = IntStream.range(0, 10_000).boxed().toList();
        numbers.forEach(this::put);
        drain();
        drain();
        assertThat(received).isEqualTo(numbers);
    }

    @Test
    void keepsWhatIsPutInMeanwhileForTheNextTime() {
        queue.put(new Event.Completion(() -> put(2)));
        put(1);
        drain();
        assertThat(received).containsExactly(1);
        drain();
        assertThat(received).containsExactly(1, 2);
    }

    @Test
    void doesNotLoseTheOthersWhenOneThrows() {
        queue.put(
                new Event.Completion(() -> {
                    throw new IllegalStateException("a test's own exception");
                }));
        put(1);
        assertThatIllegalStateException().isThrownBy(this::drain);
        drain();
        assertThat(received).containsExactly(1);
    }

    @Test
    void letsItsConsumerSleepOnlyWhenItIsEmpty() {
        assertThat(queue.fallAsleep()).isTrue();
        put(1);
        assertThat(queue.fallAsleep()).isFalse();
        drain();
        assertThat(queue.fallAsleep()).isTrue();
    }

    @Test
    void wakesAConsumerThatSleepsOnceForAnyNumberOfEvents() {
        queue.fallAsleep();
        IntStream.range(0, 1_000).forEach(this::put);
        assertThat(wakeUps).isEqualTo(1);
    }

    @Test
    void wakesNobodyWhoIsAwake() {
        IntStream.range(0, 1_000).forEach(this::put);
        assertThat(queue.fallAsleep()).isFalse();
        put(1_000);
        drain();
        queue.fallAsleep();
        queue.noteAwake();
        put(1_001);
        assertThat(wakeUps).isZero();
    }

    @Test
    void tellsWhatComesTooLate() {
        var last = new Event.Completion(() -> {});
        var late = new Event.Completion(() -> {});
        queue.put(last);
        assertThat(queue.close()).containsExactly(last);
        queue.put(late);
        assertThat(queue.isLeftBehind(last)).isFalse();
        assertThat(queue.isLeftBehind(late)).isTrue();
    }

    /// The garbage collector moves what lives long to where it looks rarely. If a node that is there led to the next,
    /// and that to the next, all would be kept for nothing until it looks.
    @Test
    void aTakenNodeThatIsStillHeldKeepsNoOtherAlive() throws Exception {
        var held = lastTakenNode();
        var taken = new ArrayList<WeakReference<?>>();
        for (int i = 0; i < 1_000; i++) {
            put(i);
            drain();
            taken.add(new WeakReference<>(lastTakenNode()));
        }
        await().untilAsserted(() -> {
            System.gc();
            // The last one is where the queue goes on.
            assertThat(taken).filteredOn(node -> node.get() != null).hasSize(1);
        });
        Reference.reachabilityFence(held);
    }

    private Object lastTakenNode() throws ReflectiveOperationException {
        var lastTaken = EventQueue.class.getDeclaredField("lastTaken");
        lastTaken.setAccessible(true);
        return lastTaken.get(queue);
    }
}
