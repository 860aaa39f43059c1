package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.contract.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests that wait for a helper stay in memory, but not in more of it than there is: all together they are
/// larger than the server's heap.
class RequestsThatWaitTest {
    private static final List<String> LITTLE_HEAP =
            List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final int CLIENTS = 1_500;

    /// A header that a server of this step reads, and so keeps.
    private static final String LARGE = "Expect: " + "x".repeat(30_000);

    /// A quarter of the heap is for such requests: 8 MiB.
    private static final int REFUSED = CLIENTS - (8 << 20) / 29_000;

    @TempDir private Path root;

    @Test
    void howeverLargeTheyAreTheServerStaysUp() throws Exception {
        Files.writeString(root.resolve("slow.txt"), "slow");
        var clients = new ArrayList<RawClient>();
        try (var server =
                ServerProcess.startWith(
                        LITTLE_HEAP,
                        Main.class,
                        "--port=0",
                        "--workers=1",
                        "--slow-disk=slow.txt=3600000",
                        "--drain-timeout=0",
                        "--root=" + root)) {
            var address = server.address();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(RawClient.to(address));
                clients.getLast().request("GET /slow.txt HTTP/1.1", "Host: a", LARGE);
            }
            await().atMost(Duration.ofSeconds(50)).until(() -> answered(clients).size() >= REFUSED);
            for (var client : answered(clients)) {
                assertThat(client.read().status()).isEqualTo(503);
            }
            try (var other = RawClient.to(address)) {
                other.request("DELETE / HTTP/1.1", "Host: a");
                assertThat(other.read().status()).isEqualTo(405);
            }
            assertThat(server.errors()).isEmpty();
            for (var client : clients) {
                client.close();
            }
        }
    }

    private static List<RawClient> answered(List<RawClient> clients) throws IOException {
        var answered = new ArrayList<RawClient>();
        for (var client : clients) {
            if (client.hasInput()) {
                answered.add(client);
            }
        }
        return answered;
    }
}
