package eventloop.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With one platform thread for all virtual ones, whoever reads from a slow disk keeps it from the others.
class SlowDiskAndCarriersTest {
    private static final String WHILE_IT_READS = "runs while one reads: ";

    /// The program that is started with one carrier: while one virtual thread reads, or waits for its turn to,
    /// another counts how often it runs.
    public static final class Program {
        private static final Path FILE = Path.of("big.iso");

        public static void main(String... arguments) throws InterruptedException {
            var disk = SlowDisk.matching("*.iso", Duration.ofMillis(300));
            var shared = (SlowDisk.Serving) disk.serving(1);
            var runs = new AtomicLong();
            Thread.ofVirtual()
                    .start(() -> {
                        while (true) {
                            runs.incrementAndGet();
                            sleep(Duration.ofMillis(1));
                        }
                    });
            if (arguments[0].equals("a turn")) {
                Thread.ofPlatform().start(() -> shared.delay(FILE));
                while (shared.turns().availablePermits() > 0) {
                    Thread.onSpinWait();
                }
            }
            var reader =
                    Thread.ofVirtual()
                            .start(() -> {
                                long before = runs.get();
                                shared.delay(FILE);
                                System.out.println(WHILE_IT_READS + (runs.get() - before));
                                long afterRead = runs.get();
                                sleep(Duration.ofMillis(300));
                                System.out.println(
                                        "runs while one sleeps: " + (runs.get() - afterRead));
                            });
            reader.join();
        }

        private static void sleep(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a read", "a turn"})
    @EnabledOnOs(OS.LINUX)
    void noOtherVirtualThreadRunsMeanwhile(String waitedFor) throws Exception {
        var lines = run("--enable-native-access=ALL-UNNAMED", waitedFor);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo(WHILE_IT_READS + 0);
        assertThat(lines.getLast()).doesNotEndWith(": 0");
    }

    /// So it is on every system but Linux.
    @ParameterizedTest
    @ValueSource(strings = {"a read", "a turn"})
    void whereTheSystemCannotBeAskedForItThatIsSaidOnce(String waitedFor) throws Exception {
        var lines = run("--illegal-native-access=deny", waitedFor);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("--slow-disk: ").contains("looks better than it is");
        assertThat(lines.get(1)).startsWith(WHILE_IT_READS).isNotEqualTo(WHILE_IT_READS + 0);
    }

    private static List<String> run(String option, String argument) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                Stream.of(
                        java,
                        option,
                        "-XX:-UsePerfData",
                        "-Djdk.virtualThreadScheduler.parallelism=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        argument);
        var process = new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
        try {
            return CompletableFuture.supplyAsync(() -> process.inputReader().lines().toList())
                    .get(50, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
    }
}
