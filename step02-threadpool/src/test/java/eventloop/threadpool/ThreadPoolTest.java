package eventloop.threadpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eventloop.crowd.Threads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThreadPoolTest {
    private static final String NAME = "pool-under-test";

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<ThreadPool<Runnable>> pools = new ArrayList<>();

    @AfterEach
    void endAllThreads() {
        release.countDown();
        pools.forEach(ThreadPool::close);
        await().pollInterval(Duration.ofMillis(5)).until(() -> Threads.named(NAME) == 0);
    }

    private ThreadPool<Runnable> pool(int size, int capacity) {
        return pool(size, capacity, new FirstComeFirstServed<>());
    }

    private ThreadPool<Runnable> pool(int size, int capacity, TaskQueue<Runnable> queue) {
        var pool = ThreadPool.start(NAME, size, capacity, queue);
        pools.add(pool);
        return pool;
    }

    /// Gives all threads of the pool something to do until the end of the test.
    private void occupy(ThreadPool<Runnable> pool, int size) throws InterruptedException {
        var busy = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            pool.execute(() -> {
                busy.countDown();
                waitFor(release);
            });
        }
        waitFor(busy);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void keepsItsThreadsThoughTheQueueFails() throws Exception {
        var ran = new CompletableFuture<String>();

        pool(1, 1, new FailingQueue(3)).execute(() -> ran.complete("it ran"));

        assertThat(ran.get(10, TimeUnit.SECONDS)).isEqualTo("it ran");
    }

    @Test
    void runsTasksInTheOrderInWhichTheyCame() {
        var pool = pool(1, 100);
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        for (int i = 0; i < 100; i++) {
            int number = i;
            pool.execute(() -> order.add(number));
        }
        await().until(() -> order.size() == 100);
        assertThat(order).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void runsAsManyTasksAtOnceAsItHasThreads() throws Exception {
        var pool = pool(3, 10);
        occupy(pool, 3);
        assertThat(pool.waiting()).isZero();
    }

    @Test
    void hasNoMoreThreadsHoweverManyTasksThereAre() {
        var pool = pool(3, 1_000);
        var atOnce = new AtomicInteger();
        var mostAtOnce = new AtomicInteger();
        var done = new CountDownLatch(1_000);
        for (int i = 0; i < 1_000; i++) {
            pool.execute(() -> {
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                atOnce.decrementAndGet();
                done.countDown();
            });
        }
        assertThat(Threads.named(NAME)).isEqualTo(3);
        waitFor(done);
        assertThat(mostAtOnce.get()).isBetween(1, 3);
    }

    @Test
    void letsAsManyTasksWaitAsTheQueueHoldsAndRefusesTheNext() throws Exception {
        var pool = pool(2, 5);
        occupy(pool, 2);
        for (int waiting = 1; waiting <= 5; waiting++) {
            pool.execute(() -> {});
            assertThat(pool.waiting()).isEqualTo(waiting);
        }
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> pool.execute(() -> {}));
        assertThat(pool.waiting()).isEqualTo(5);
    }

    @Test
    void takesTasksAgainOnceThereIsRoom() throws Exception {
        var pool = pool(1, 1);
        occupy(pool, 1);
        pool.execute(() -> {});
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> pool.execute(() -> {}));
        release.countDown();
        await().until(() -> pool.waiting() == 0);
        var later = new CountDownLatch(1);
        pool.execute(later::countDown);
        waitFor(later);
    }

    @Test
    void runsTasksInWhateverOrderItsQueueKeeps() throws Exception {
        var pool = pool(1, 3, new LastComeFirstServed());
        occupy(pool, 1);
        var order = Collections.synchronizedList(new ArrayList<String>());
        for (var name : List.of("first", "second", "third")) {
            pool.execute(() -> order.add(name));
        }
        release.countDown();
        await().untilAsserted(() -> assertThat(order).containsExactly("third", "second", "first"));
    }

    /// Tasks that need not be done any more make room, once room is needed.
    @Test
    void refusesATaskOnlyIfItsQueueIsFullOfTasksThatAreStillMeant() throws Exception {
        var queue = new LastComeFirstServed();
        var pool = pool(1, 2, queue);
        occupy(pool, 1);
        Runnable meant = () -> {};
        Runnable givenUp = () -> {};
        pool.execute(meant);
        pool.execute(givenUp);
        queue.notMeantAnyMore.add(givenUp);
        pool.execute(meant);
        assertThat(queue.waiting).containsExactly(meant, meant);
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> pool.execute(meant));
    }

    /// Fails so many times when a task is due, and gives it out then.
    private static final class FailingQueue implements TaskQueue<Runnable> {
        private final TaskQueue<Runnable> queue = new FirstComeFirstServed<>();
        private int failures;

        private FailingQueue(int failures) {
            this.failures = failures;
        }

        @Override
        public void add(Runnable task) {
            queue.add(task);
        }

        @Override
        public Optional<Runnable> next() {
            if (length() > 0 && failures-- > 0) {
                throw new IllegalStateException("meant to fail");
            }
            return queue.next();
        }

        @Override
        public int length() {
            return queue.length();
        }

        @Override
        public void shorten() {
            queue.shorten();
        }
    }

    /// A pile, whose tasks can be given up. Used under the pool's lock, or while the pool's threads are busy.
    private static final class LastComeFirstServed implements TaskQueue<Runnable> {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private final Set<Runnable> notMeantAnyMore = new HashSet<>();

        @Override
        public void add(Runnable task) {
            waiting.push(task);
        }

        @Override
        public Optional<Runnable> next() {
            return Optional.ofNullable(waiting.poll());
        }

        @Override
        public int length() {
            return waiting.size();
        }

        @Override
        public void shorten() {
            waiting.removeAll(notMeantAnyMore);
        }
    }

    @RepeatedTest(10)
    void hasAThreadForEachOfItsFirstTasksThoughNobodyMayWait() {
        var pool = pool(2, 0);
        var both = new CountDownLatch(2);
        pool.execute(both::countDown);
        pool.execute(both::countDown);
        waitFor(both);
    }

    static List<Throwable> whateverATaskMayThrow() {
        return List.of(
                new IllegalStateException("a test's own exception"),
                new AssertionError("a test's own error"),
                new StackOverflowError("a test's own overflow"),
                new InterruptedException("a test's own interruption"));
    }

    @ParameterizedTest
    @MethodSource("whateverATaskMayThrow")
    void aTaskThatThrowsCostsItselfAndNothingElse(Throwable fault) throws Exception {
        var pool = pool(2, 100);
        var others = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            pool.execute(() -> throwUnchecked(fault));
            pool.execute(others::countDown);
        }
        waitFor(others);
        occupy(pool, 2);
        await().untilAsserted(() -> assertThat(Threads.named(NAME)).isEqualTo(2));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable fault) throws T {
        throw (T) fault;
    }

    @Test
    void anInterruptionOfOneTaskDoesNotReachTheNext() throws Exception {
        var pool = pool(1, 10);
        occupy(pool, 1);
        pool.execute(() -> Thread.currentThread().interrupt());
        var next =
                CompletableFuture.supplyAsync(
                        () -> Thread.currentThread().isInterrupted(), pool::execute);
        release.countDown();
        assertThat(next.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void runsWhatItHasTakenThoughItIsClosed() throws Exception {
        var pool = pool(2, 50);
        occupy(pool, 2);
        var taken = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            pool.execute(taken::countDown);
        }
        pool.close();
        release.countDown();
        waitFor(taken);
    }

    @Test
    void takesNothingMoreOnceItIsClosed() {
        var pool = pool(2, 50);
        pool.close();
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> pool.execute(() -> {}));
    }

    @Test
    void hasNoThreadsLeftOnceItIsClosedAndDone() {
        var pool = pool(10, 50);
        assertThat(Threads.named(NAME)).isEqualTo(10);
        pool.close();
        await().until(() -> Threads.named(NAME) == 0);
    }
}
