package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Reply.Client;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The helpers, with a loop whose turns the test makes itself.
class WorkerPoolTest {
    private final BlockingQueue<Runnable> tasksOfTheLoop = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final WorkerPool workers = WorkerPool.start(2, 10, tasksOfTheLoop::add);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void theHelpersAreWokenOnceForAllJobsOfATurn() throws Exception {
        for (var name : List.of("a", "b", "c")) {
            workers.submit(new Named(name));
        }

        runTasksOfTheLoop(4); // One wakes the helpers, and one completes each job.

        assertThat(done).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(tasksOfTheLoop).as("tasks that are left").isEmpty();
    }

    @Test
    void jobsOfTheNextTurnWakeThemAgain() throws Exception {
        workers.submit(new Named("first turn"));
        runTasksOfTheLoop(2);

        workers.submit(new Named("second turn"));
        runTasksOfTheLoop(2);

        assertThat(done).containsExactly("first turn", "second turn");
    }

    /// A loop for whose events there is no memory for a while: the helpers are woken without one, and keep what they
    /// bring.
    @Test
    void noJobIsLostWhereThereIsNoMemoryForAnEvent() throws Exception {
        var failures = new AtomicInteger(3);
        try (var pool =
                WorkerPool.start(
                        1,
                        10,
                        task -> {
                            if (failures.getAndDecrement() > 0) {
                                throw new OutOfMemoryError("meant to be thrown");
                            }
                            tasksOfTheLoop.add(task);
                        })) {
            pool.submit(new Named("first"));
            pool.submit(new Named("second"));
            while (done.size() < 2) {
                runTasksOfTheLoop(1);
            }
        }

        assertThat(done).containsExactly("first", "second");
        assertThat(failures).hasNegativeValue();
    }

    /// The helper is still on its way back from telling it.
    @Test
    void whoHearsOfAnOutcomeFindsRoomForAnotherJob() throws Exception {
        try (var alone = WorkerPool.start(1, 0, Runnable::run)) {
            alone.submit(
                    new Named("first") {
                        @Override
                        public void complete(Outcome<String> outcome) {
                            super.complete(outcome);
                            alone.submit(new Named("second"));
                        }
                    });

            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("second");
        }
    }

    /// However many outcomes may wait for the loop: it is not the loop that these wait for.
    @Test
    void allHelpersWorkAtOnce() throws Exception {
        int size = 100;
        var atWork = new CountDownLatch(size);
        try (var many = WorkerPool.start(size, 0, tasksOfTheLoop::add)) {
            for (int i = 0; i < size; i++) {
                many.submit(
                        new Named("one of many") {
                            @Override
                            public String run() {
                                atWork.countDown();
                                awaitOthers();
                                return super.run();
                            }

                            private void awaitOthers() {
                                try {
                                    atWork.await();
                                } catch (InterruptedException hurried) {
                                    throw new IllegalStateException(hurried);
                                }
                            }
                        });
            }
            runTasksOfTheLoop(1 + size); // One wakes the helpers, and one completes each job.

            assertThat(done).hasSize(size);
        }
    }

    /// Their outcomes go nowhere, and keep no helper from the next job: what they hold is for the job to close. So it is
    /// with jobs that are not even begun, as their clients have gone.
    @Test
    void jobsThatAreLeftWhenTheLoopHasEndedAreDiscarded() throws Exception {
        int jobs = 200;
        var left = new CountDownLatch(jobs);
        var loop = Thread.currentThread();
        try (var late =
                WorkerPool.start(
                        1,
                        jobs,
                        task -> {
                            if (Thread.currentThread() != loop) {
                                throw new RejectedExecutionException("the event loop has ended");
                            }
                            task.run();
                        })) {
            for (int i = 0; i < jobs; i++) {
                var client = i % 2 == 0 ? Client.LISTENING : Client.GONE;
                late.submit(
                        new Named("left") {
                            @Override
                            public Client client() {
                                return client;
                            }

                            @Override
                            public void discard(Outcome<String> outcome) {
                                left.countDown();
                            }
                        });
            }

            assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void runTasksOfTheLoop(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            var task = tasksOfTheLoop.poll(20, TimeUnit.SECONDS);
            assertThat(task).as("task %d of the loop", i + 1).isNotNull();
            task.run();
        }
    }

    /// A job that tells its name when it is complete.
    private class Named implements Job<String> {
        private final String name;

        private Named(String name) {
            this.name = name;
        }

        @Override
        public String run() {
            return name;
        }

        @Override
        public Client client() {
            return Client.LISTENING;
        }

        @Override
        public void complete(Outcome<String> outcome) {
            switch (outcome) {
                case Outcome.Done(var result) -> done.add(result);
                case Outcome.Failed<String> _, Outcome.Abandoned<String> _ ->
                        throw new AssertionError(outcome);
            }
        }
    }
}
