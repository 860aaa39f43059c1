package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Clients that ask for a large file and take its first bytes only: what is kept for them stays within the
/// memory there is.
@Timeout(value = 300, threadMode = SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Topic.DESCRIPTORS, mode = ResourceAccessMode.READ)
abstract class StalledReadersTopic {
    private static final int CLIENTS = 1_300;
    private static final int SIZE = 64 * Site.MIB;
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx96m", "-XX:TieredStopAtLevel=1");

    private final HttpContract step;

    StalledReadersTopic(HttpContract step) {
        this.step = step;
    }

    @Test
    void howeverManyTheyAreTheServerStaysUp() throws Exception {
        var large = Site.fileOfSize(SIZE);
        var clients = new ArrayList<RawClient>();
        try (var server = ServerProcess.startWith(LITTLE_MEMORY, step.mainClass(), arguments())) {
            var address = server.address();
            var saidAtItsStart = server.errors();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(RawClient.withLittleRoom(address));
                clients.getLast().request("GET " + large + " HTTP/1.1", "Host: a");
            }
            for (var client : clients) {
                assertThat(client.readHead().contentLength()).isEqualTo(SIZE);
            }
            try (var other = RawClient.to(address)) {
                assertThat(other.get("/hello.txt").text()).isEqualTo(Site.GREETING);
            }
            assertThat(Arrays.equals(clients.getFirst().readBytes(SIZE), Site.content(SIZE)))
                    .isTrue();
            assertThat(server.errors()).isEqualTo(saidAtItsStart);
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    private String[] arguments() {
        var root = HttpContract.site().root().toString();
        var usual = Stream.of("--port=0", "--root=" + root);
        return Stream.concat(usual, Stream.of(step.roomFor(CLIENTS + 1))).toArray(String[]::new);
    }
}
