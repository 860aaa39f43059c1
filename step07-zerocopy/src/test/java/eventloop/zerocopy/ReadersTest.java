package eventloop.zerocopy;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withDisk;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reading may block. So helpers read what goes through the program, and the loop never does.
class ReadersTest {
    private static final byte[] SMALL = new byte[1_000];
    private static final byte[] MIDDLE = new byte[900_000];
    private static final byte[] LARGE = new byte[4 * 1024 * 1024];

    private final Set<String> readers = ConcurrentHashMap.newKeySet();
    @TempDir private Path root;

    @BeforeEach
    void makeFiles() throws Exception {
        Files.write(root.resolve("small.bin"), SMALL);
        Files.write(root.resolve("middle.bin"), MIDDLE);
        Files.write(root.resolve("large.bin"), LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void onThisStepTheLoopReadsNothing(SendingWay way) throws Exception {
        var options = CommandLine.parse(Main.OPTIONS, "--large-files=" + way);
        try (var server = Main.start(notingReaders(), options)) {
            askForAll(server);
            try (var client = RawClient.to(server.address())) {
                assertThat(client.get("/large.bin", "Range: bytes=70000-").body())
                        .hasSize(LARGE.length - 70_000);
            }
        }
        expectHelpersOnly();
    }

    @Test
    void norDoesItOnStep6() throws Exception {
        var options = CommandLine.parse(eventloop.cache.Main.OPTIONS);
        try (var server = eventloop.cache.Main.start(notingReaders(), options)) {
            askForAll(server);
        }
        expectHelpersOnly();
    }

    private Settings notingReaders() {
        return withDisk(serving(root), _ -> readers.add(Thread.currentThread().getName()));
    }

    private static void askForAll(Server server) throws Exception {
        try (var client = RawClient.to(server.address())) {
            assertThat(client.get("/small.bin").body()).isEqualTo(SMALL);
            assertThat(client.get("/middle.bin").body()).isEqualTo(MIDDLE);
            assertThat(client.get("/large.bin").body()).isEqualTo(LARGE);
        }
    }

    private void expectHelpersOnly() {
        assertThat(readers).isNotEmpty().allMatch(name -> name.startsWith("helper-"));
    }
}
