package eventloop.lab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.server.Java;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlightRecordingTest {
    private static final int ALLOCATED = 200_000_000;
    private Process process;

    /// Allocates a known number of bytes for each line it reads.
    static final class Allocating {
        static volatile byte[] last;

        public static void main(String... arguments) throws Exception {
            System.out.println("ready");
            while (System.in.read() >= 0) {
                for (int bytes = 0; bytes < ALLOCATED; bytes += 10_000) {
                    last = new byte[10_000 - 16];
                }
                System.out.println("done");
            }
        }
    }

    @AfterEach
    void endTheProcess() {
        process.destroyForcibly();
    }

    @Test
    void countsWhatIsAllocatedAndWhatTheCollectorTakes() throws Exception {
        start(
                Java.executable(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Allocating.class.getName());
        var lines = process.inputReader();
        assertThat(lines.readLine()).isEqualTo("ready");

        try (var recording = FlightRecording.start(process.pid()).orElseThrow()) {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            assertThat(lines.readLine()).isEqualTo("done");
            var heap = recording.stop(1000).orElseThrow();

            assertThat(heap.allocatedBytesPerRequest())
                    .isBetween(ALLOCATED / 1000 * 0.95, ALLOCATED / 1000 * 1.2);
            assertThat(heap.pauses()).isPositive();
            assertThat(heap.longestPauseMillis()).isPositive();
            assertThat(heap.pauseMillis()).isGreaterThanOrEqualTo(heap.longestPauseMillis());
        }
    }

    @Test
    void whatIsNoJvmIsNotRecorded() throws Exception {
        start("sleep", "60");

        assertThat(FlightRecording.start(process.pid())).isEmpty();
    }

    private void start(String... command) throws Exception {
        process = new ProcessBuilder(List.of(command)).start();
        assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).isFalse();
    }
}
