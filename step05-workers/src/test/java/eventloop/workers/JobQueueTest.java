package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Reply.Client;
import eventloop.threadpool.ThreadPool;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How often the queue looks for jobs whose clients have gone: each job tells when it is asked.
class JobQueueTest {
    private static final int MANY = 10_000;

    private final AtomicLong now = new AtomicLong();
    private final JobQueue queue = new JobQueue(now::get);
    private final ThreadPool<SubmittedJob<?>> helpers =
            new ThreadPool<>("helper", 1, 0, new JobQueue());
    private int asked;

    @AfterEach
    void close() {
        helpers.close();
    }

    @Test
    void aFewAreLookedAtEachTime() {
        fill(10);
        queue.shorten();
        queue.shorten();
        assertThat(asked).isEqualTo(2 * 10);
    }

    @Test
    void manyWhoStayAreNotLookedAtAgainAtOnce() {
        fill(MANY);
        queue.shorten();
        queue.shorten();
        assertThat(asked).isEqualTo(MANY);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        queue.shorten();
        assertThat(asked).isEqualTo(2 * MANY);
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            queue.add(new SubmittedJob<>(new Asked(), helpers, Runnable::run, new Semaphore(1)));
        }
    }

    private final class Asked implements Job<String> {
        @Override
        public String run() {
            return "";
        }

        @Override
        public Client client() {
            asked++;
            return Client.LISTENING;
        }

        @Override
        public void complete(Outcome<String> outcome) {}
    }
}
