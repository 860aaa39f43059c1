package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessorMeterTest {
    private static final long HALF_A_SECOND = 500_000_000;

    /// Otherwise an idle server, whose JVM ends a compiler's thread, would seem to give time back.
    @Test
    void whatAThreadHadDoneBeforeIsNotTakenOffWhenItEnds() throws Exception {
        var hasWorked = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var worker =
                Thread.ofPlatform()
                        .start(() -> {
                            work();
                            hasWorked.countDown();
                            awaitQuietly(mayEnd);
                        });
        hasWorked.await();
        var here = new ProcessGroup(List.of(ProcessHandle.current().pid()));
        var meter = ProcessorMeter.of(here);

        mayEnd.countDown();
        worker.join();

        assertThat(meter.seconds().orElseThrow()).isNotNegative();
    }

    private static void work() {
        var threads = ManagementFactory.getThreadMXBean();
        while (threads.getCurrentThreadCpuTime() < HALF_A_SECOND) {
            Thread.onSpinWait();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
