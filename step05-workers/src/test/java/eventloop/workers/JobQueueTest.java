package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Reply.Client;
import eventloop.threadpool.ThreadPool;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who has the next turn, and how often the queue looks for jobs whose clients have gone: each job tells when it is
/// asked.
class JobQueueTest {
    private static final int MANY = 10_000;

    private final AtomicLong now = new AtomicLong();
    private final JobQueue queue = new JobQueue(now::get);
    private final ThreadPool<SubmittedJob<?>> helpers =
            ThreadPool.start("helper", 1, 0, new JobQueue());
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

    @Test
    void aJobThatIsJoinedBySomebodyWhoListensHasItsTurnThoughOthersAlwaysWait() {
        var client = new AtomicReference<>(Client.HALF_CLOSED);
        var joined = submitted(new Asked(client::get));
        queue.add(joined);
        fill(2);
        assertThat(queue.next()).isPresent().get().isNotSameAs(joined);
        client.set(Client.LISTENING);

        boolean had = false;
        for (int i = 0; i < 5; i++) {
            fill(1);
            had |= queue.next().orElseThrow() == joined;
        }
        assertThat(had).isTrue();
    }

    @Test
    void aJobWhoseClientHasGoneSinceItHalfClosedIsLeftOutThoughOthersAlwaysWait() {
        var client = new AtomicReference<>(Client.HALF_CLOSED);
        queue.add(submitted(new Asked(client::get)));
        fill(2);
        assertThat(queue.next()).isPresent();
        client.set(Client.GONE);

        for (int i = 0; i < 5; i++) {
            fill(1);
            assertThat(queue.next()).isPresent();
        }
        assertThat(queue.length()).isOne();
    }

    @Test
    void jobsWhoseClientsHaveHalfClosedKeepTheirOrder() {
        var jobs =
                Stream.generate(() -> submitted(new Asked(() -> Client.HALF_CLOSED)))
                        .limit(4)
                        .toList();
        jobs.forEach(queue::add);

        assertThat(Stream.generate(queue::next).limit(4).map(Optional::orElseThrow))
                .containsExactlyElementsOf(jobs);
        assertThat(queue.next()).isEmpty();
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            queue.add(submitted(new Asked(() -> Client.LISTENING)));
        }
    }

    private SubmittedJob<String> submitted(Job<String> job) {
        return new SubmittedJob<>(job, helpers, Runnable::run, new Semaphore(1));
    }

    private final class Asked implements Job<String> {
        private final Supplier<Client> client;

        private Asked(Supplier<Client> client) {
            this.client = client;
        }

        @Override
        public String run() {
            return "";
        }

        @Override
        public Client client() {
            asked++;
            return client.get();
        }

        @Override
        public void complete(Outcome<String> outcome) {}
    }
}
