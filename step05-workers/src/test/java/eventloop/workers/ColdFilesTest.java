package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is slow by nature: files that are not in the page cache. Emptying that is the administrator's
/// privilege (see drop_caches in proc(5)), so elsewhere the injected delay has to do.
@EnabledIf(value = "mayDropPageCache", disabledReason = "only root may empty the page cache")
class ColdFilesTest {
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
    private static final int SIZE = 64 * 1024 * 1024;

    @TempDir private Path root;

    static boolean mayDropPageCache() {
        return Files.isWritable(DROP_CACHES);
    }

    @Test
    void whileAColdFileComesFromTheDiskOthersAreAnswered() throws Exception {
        var content = new byte[SIZE];
        new Random(9).nextBytes(content);
        Files.write(root.resolve("cold.bin"), content);
        Files.writeString(root.resolve("small.txt"), "small");
        try (var server = Main.start(TestSettings.serving(root), CommandLine.parse(Main.OPTIONS));
                var client = RawClient.to(server.address());
                var other = RawClient.to(server.address())) {
            writeBackAndDropPageCache();
            var cold = CompletableFuture.supplyAsync(() -> get(client, "/cold.bin"));
            int answered = 0;
            while (!cold.isDone()) {
                assertThat(other.get("/small.txt").text()).isEqualTo("small");
                answered++;
            }
            assertThat(cold.get()).isEqualTo(content);
            assertThat(answered).isGreaterThan(1);
        }
    }

    /// Only pages that are on the disk already can be dropped.
    private static void writeBackAndDropPageCache() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("sync").start().waitFor()).isZero();
        Files.writeString(DROP_CACHES, "1");
    }

    private static byte[] get(RawClient client, String target) {
        try {
            return client.get(target).body();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
