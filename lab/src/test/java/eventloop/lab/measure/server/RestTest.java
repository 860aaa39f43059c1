package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RestTest {
    /// On a machine with nothing left for it, a thread that works looks as if it was at rest.
    @Test
    @Tag("timing")
    void aProcessIsNotAtRestWhileOneOfItsThreadsWorks() throws InterruptedException {
        var worker = Thread.ofPlatform().daemon().start(() -> work(Duration.ofMillis(500)));

        Rest.await(Stream.of(ProcessHandle.current().pid()));

        assertThat(worker.isAlive()).isFalse();
    }

    @Test
    void nobodyWaitsForProcessesThatHaveEnded() throws Exception {
        var process = Children.start(List.of(), List.of(Java.executable(), "-version"));
        process.waitFor();

        assertThat(Rest.processorTime(List.of(process.pid()))).isZero();
    }

    @Test
    void whoDoesNothingIsAtRestAfterSoManyLooks() throws Exception {
        assertThat(looksUntilRest(0)).isEqualTo(1 + Rest.QUIET_LOOKS);
    }

    @Test
    void whoHasWorkedSinceTheLastLookIsLookedAtAnew() throws Exception {
        int looksAtWork = 10;

        assertThat(looksUntilRest(looksAtWork)).isEqualTo(1 + looksAtWork + Rest.QUIET_LOOKS);
    }

    /// At one who has worked before each of so many looks, after the first.
    private static int looksUntilRest(int looksAtWork) throws InterruptedException {
        var looks = new AtomicInteger();
        Rest.await(() -> Duration.ofMillis(10L * Math.min(looks.getAndIncrement(), looksAtWork)));
        return looks.get();
    }

    private static void work(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
