package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
        long begin = System.nanoTime();

        Rest.await(Stream.of(process.pid()));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    private static void work(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
