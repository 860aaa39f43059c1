package eventloop.eventqueue;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/// Lincheck runs a few steps of two producers and the consumer in one order after the other, and prints
/// the one that goes wrong.
class EventQueueLincheckTest {
    private static final int ORDERS = 1_000;

    @Test
    void noEventIsLostOrDoubled() {
        Lincheck.runConcurrentTest(ORDERS, EventQueueLincheckTest::drainWhileTwoProducersPut);
    }

    private static void drainWhileTwoProducersPut() {
        var queue = new EventQueue();
        var received = new ArrayList<Event>();
        var one = new Event.Completion(() -> {});
        var two = new Event.Completion(() -> {});
        var first = new Thread(() -> queue.put(one));
        var second = new Thread(() -> queue.put(two));
        first.start();
        second.start();
        queue.drain(received::add);
        join(first);
        join(second);
        queue.drain(received::add);
        check(received.size() == 2 && Set.copyOf(received).equals(Set.of(one, two)));
    }

    @Test
    void aConsumerThatFallsAsleepIsWokenOnce() {
        Lincheck.runConcurrentTest(ORDERS, EventQueueLincheckTest::fallAsleepWhileTwoProducersPut);
    }

    private static void fallAsleepWhileTwoProducersPut() {
        var wakeUps = new AtomicInteger();
        var queue = new EventQueue();
        var first = new Thread(() -> putAndCount(queue, wakeUps));
        var second = new Thread(() -> putAndCount(queue, wakeUps));
        first.start();
        second.start();
        boolean sleeps = queue.fallAsleep();
        join(first);
        join(second);
        check(sleeps ? wakeUps.get() == 1 : wakeUps.get() <= 1);
    }

    private static void putAndCount(EventQueue queue, AtomicInteger wakeUps) {
        if (queue.put(new Event.Completion(() -> {}))) {
            wakeUps.incrementAndGet();
        }
    }

    @Test
    void everyEventIsAmongTheLastOrLeftBehind() {
        Lincheck.runConcurrentTest(ORDERS, EventQueueLincheckTest::closeWhileTwoProducersPut);
    }

    private static void closeWhileTwoProducersPut() {
        var queue = new EventQueue();
        var leftBehind = new AtomicInteger();
        var first = new Thread(() -> putAndCountIfLeftBehind(queue, leftBehind));
        var second = new Thread(() -> putAndCountIfLeftBehind(queue, leftBehind));
        first.start();
        second.start();
        int last = queue.close().size();
        join(first);
        join(second);
        check(last + leftBehind.get() == 2);
    }

    private static void putAndCountIfLeftBehind(EventQueue queue, AtomicInteger leftBehind) {
        var event = new Event.Completion(() -> {});
        queue.put(event);
        if (queue.isLeftBehind(event)) {
            leftBehind.incrementAndGet();
        }
    }

    /// Lincheck follows every call within a run, and AssertJ's lead too far.
    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
