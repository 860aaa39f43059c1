package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.ServerProcess;
import eventloop.crowd.Crowd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// More files than fit, each asked for once: the server answers all of them, from the memory it was given. Each of these
/// servers is a process of its own, so they share the time.
@Execution(ExecutionMode.CONCURRENT)
class BudgetTest {
    private static final long MIB = 1 << 20;

    /// In MiB.
    private static final int BUDGET = 64;

    /// Twice the budget; the operating system has been asked for it before the server is idle.
    private static final List<String> ALL_OF_THE_HEAP =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms128m",
                    "-Xmx128m",
                    "-XX:+AlwaysPreTouch");

    @TempDir private Path root;

    @ParameterizedTest
    @CsvSource({"7500, 12288", "200, 900000", "35000, 1"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads resident memory from /proc")
    void whateverIsAskedForMemoryStaysWithinItsBudget(int files, int size) throws Exception {
        var content = new byte[size];
        for (int i = 0; i < files; i++) {
            Files.write(root.resolve(i + ".bin"), content);
        }
        Files.writeString(root.resolve("index.html"), "home");
        try (var server = ServerProcess.startWith(ALL_OF_THE_HEAP, Main.class, arguments());
                var client = RawClient.to(server.address())) {
            warmUp(client);
            long idle = server.residentMemory();
            for (int i = 0; i < files; i++) {
                assertThat(client.get("/" + i + ".bin").body()).hasSize(size);
            }
            assertThat(server.residentMemory() - idle).isLessThan((BUDGET + BUDGET / 4) * MIB);
        }
    }

    /// What the JVM needs for its compiler and the code it makes is none of the cache's.
    private static void warmUp(RawClient client) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            assertThat(client.get("/").text()).isEqualTo("home");
            assertThat(client.get("/none-" + i).status()).isEqualTo(404);
        }
    }

    private String[] arguments() {
        return new String[] {"--port=0", "--root=" + root};
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx64m", "-XX:MaxDirectMemorySize=64m"})
    void whatTheJvmCannotGiveIsSaidAtTheStart(String little) throws Exception {
        Files.writeString(root.resolve("index.html"), "home");
        var flags = List.of("-XX:TieredStopAtLevel=1", "-Xmx1g", little);
        try (var server = ServerProcess.startWith(flags, Main.class, arguments());
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/").text()).isEqualTo("home");
            assertThat(server.errors()).hasSize(1);
            assertThat(server.errors().getFirst())
                    .startsWith("--cache: 256 MiB were asked for, and the cache has ");
        }
    }

    /// The cache fills up first, with more than there is; and then many clients want pieces on their way at once.
    @Test
    void aFullCacheLeavesRoomOutsideTheHeapForWhatIsOnItsWay() throws Exception {
        int files = 60;
        int size = 900_000;
        for (int i = 0; i < files; i++) {
            Files.write(root.resolve(i + ".bin"), new byte[size]);
        }
        var flags = List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-XX:MaxDirectMemorySize=48m");
        try (var server = ServerProcess.startWith(flags, Main.class, arguments());
                var crowd = Crowd.of(files, server.address())) {
            var first = crowd.clients().getFirst();
            for (int i = 0; i < files; i++) {
                assertThat(first.get("/" + i + ".bin").body()).hasSize(size);
            }
            for (int i = 0; i < files; i++) {
                crowd.clients().get(i).request("GET /" + i + ".bin HTTP/1.1", "Host: localhost");
            }
            for (var client : crowd.clients()) {
                assertThat(client.read().body()).hasSize(size);
            }
            assertThat(server.errors())
                    .singleElement()
                    .asString()
                    .startsWith("--cache: 256 MiB were asked for");
        }
    }
}
