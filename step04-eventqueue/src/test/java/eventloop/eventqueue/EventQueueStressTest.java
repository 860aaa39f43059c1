package eventloop.eventqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many producers who put in at random moments, and one consumer who sleeps whenever it may.
class EventQueueStressTest {
    private static final long SEED = 20180401;
    private static final int EVENTS_OF_EACH = 50_000;

    /// For the next event, whoever puts it in: how long all take is the machine's affair.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int LONGEST_PAUSE = 200;

    private final Semaphore alarm = new Semaphore(0);
    private final AtomicInteger wakeUps = new AtomicInteger();
    private final EventQueue queue = new EventQueue();
    private int announcements;
    private int sleeps;

    private void wake() {
        wakeUps.incrementAndGet();
        alarm.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void nothingIsLostOrDoubledOrOvertakenOrSleptThrough(int producers) throws Exception {
        var next = new int[producers];
        // It sleeps once, at least: later it may always have something to do.
        announcements++;
        assertThat(queue.fallAsleep()).isTrue();
        for (int producer = 0; producer < producers; producer++) {
            int number = producer;
            Thread.ofPlatform().start(() -> produce(number, next));
        }
        sleep();
        long lastCame = System.nanoTime();
        int received = 0;
        while (received < producers * EVENTS_OF_EACH) {
            sleepIfPossible();
            queue.drain(EventQueueTest::run);
            int receivedByNow = sum(next);
            if (receivedByNow > received) {
                received = receivedByNow;
                lastCame = System.nanoTime();
            }
            assertThat(System.nanoTime() - lastCame)
                    .as("nanoseconds without an event")
                    .isLessThan(PATIENCE.toNanos());
        }
        assertThat(next).containsOnly(EVENTS_OF_EACH);
        assertThat(queue.fallAsleep()).isTrue();
        assertThat(wakeUps.get()).isBetween(sleeps, announcements);
    }

    /// As the event loop does it, with a semaphore for a selector.
    private void sleepIfPossible() throws InterruptedException {
        announcements++;
        if (queue.fallAsleep()) {
            sleep();
        }
        alarm.drainPermits();
    }

    private void sleep() throws InterruptedException {
        sleeps++;
        assertThat(alarm.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("woken").isTrue();
        queue.noteAwake();
    }

    /// Each event knows its place among those of its producer, and checks it when it is received.
    private void produce(int producer, int[] next) {
        var random = new SplittableRandom(SEED + producer);
        for (int i = 0; i < EVENTS_OF_EACH; i++) {
            int place = i;
            put(new Event.Completion(() -> assertThat(place).isEqualTo(next[producer]++)));
            for (int pause = random.nextInt(LONGEST_PAUSE); pause > 0; pause--) {
                Thread.onSpinWait();
            }
        }
    }

    private void put(Event event) {
        if (queue.put(event)) {
            wake();
        }
    }

    private static int sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
}
