package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pieces that nobody takes stay in memory, but not in more of it than there is.
class ClientsThatStopReadingTest {
    private static final int CLIENTS = 1_300;
    private static final int SIZE = 4 << 20;

    @TempDir private Path root;

    @Test
    void howeverManyTheyAreTheServerStaysUp() throws Exception {
        Files.write(root.resolve("large.bin"), new byte[SIZE]);
        Files.writeString(root.resolve("small.txt"), "small");
        var clients = new ArrayList<RawClient>();
        try (var server =
                ServerProcess.startWith(
                        List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"),
                        Main.class,
                        "--port=0",
                        "--worker-queue=2000",
                        "--root=" + root)) {
            var address = server.address();
            var other = RawClient.to(address);
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(RawClient.withLittleRoom(address));
                clients.getLast().request("GET /large.bin HTTP/1.1", "Host: localhost");
            }
            for (var client : clients) {
                assertThat(client.readHead().contentLength()).isEqualTo(SIZE);
            }
            assertThat(other.get("/small.txt").text()).isEqualTo("small");
            assertThat(clients.getFirst().readBytes(SIZE)).isEqualTo(new byte[SIZE]);
            assertThat(server.errors()).isEmpty();
            other.close();
            for (var client : clients) {
                client.close();
            }
        }
    }
}
