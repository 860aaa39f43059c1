package eventloop.workers;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withDisk;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.server.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    @TempDir private Path root;

    @Test
    void noByteOfAFileIsReadByTheLoop() throws Exception {
        Set<String> readers = ConcurrentHashMap.newKeySet();
        var settings =
                withDisk(serving(root), file -> readers.add(Thread.currentThread().getName()));
        var content = new byte[8 * Piece.SIZE];
        Files.write(root.resolve("large.bin"), content);
        try (var server = Main.start(settings, CommandLine.parse(Main.OPTIONS));
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/large.bin").body()).isEqualTo(content);
        }
        assertThat(readers).isNotEmpty().allMatch(name -> name.startsWith("helper-"));
    }
}
