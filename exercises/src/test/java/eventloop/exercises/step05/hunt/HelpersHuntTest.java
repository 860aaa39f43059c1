package eventloop.exercises.step05.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Reply.Client;
import eventloop.workers.Job;
import eventloop.workers.Outcome;
import eventloop.workers.WorkerPool;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which promises do the helpers make? Write a test for each.
@Tag("5.5")
class HelpersHuntTest {
    private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final WorkerPool workers = WorkerPool.start(1, 1000, loop::add);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void aHelperDoesTheJob() throws Exception {
        var done = new CountDownLatch(1);
        workers.submit(
                new Told(
                        Client.LISTENING,
                        () -> {
                            done.countDown();
                            return "bytes";
                        }));
        runTask(); // Wakes the helper. The next task will be the completion.

        assertThat(done.await(1, TimeUnit.SECONDS)).isTrue();
    }

    private void runTask() throws InterruptedException {
        var task = loop.poll(500, TimeUnit.MILLISECONDS);
        assertThat(task).as("a task for the loop").isNotNull();
        task.run();
    }

    /// A job whose outcome is written into `told`.
    private final class Told implements Job<String> {
        private final Client client;
        private final Callable<String> work;

        private Told(Client client, Callable<String> work) {
            this.client = client;
            this.work = work;
        }

        @Override
        public String run() throws IOException {
            try {
                return work.call();
            } catch (IOException | RuntimeException failure) {
                throw failure;
            } catch (Exception other) {
                throw new IllegalStateException(other);
            }
        }

        @Override
        public Client client() {
            return client;
        }

        @Override
        public void complete(Outcome<String> outcome) {
            told.add(outcome.toString());
        }
    }
}
