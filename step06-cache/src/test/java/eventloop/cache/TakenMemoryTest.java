package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Memory is taken by more than what is stored: by what is being read, and by what has been evicted and is still on its
/// way to a client. New files are kept all the same. There is room for three.
class TakenMemoryTest {
    /// In bytes: more than the kernel takes for a client that does not read.
    private static final int SIZE = 8 << 20;

    private static final String[] ROOM_FOR_THREE = {
        "--cache=26m", "--cache-below=16m", "--cache-freshness=3600"
    };

    /// The names of the files, one for each piece that was read.
    private final List<String> reads = new CopyOnWriteArrayList<>();

    private final CountDownLatch mayReadOn = new CountDownLatch(1);
    @TempDir private Path root;

    @BeforeEach
    void makeFiles() throws Exception {
        for (var name : List.of("a", "b", "c", "d", "halting")) {
            Files.write(root.resolve(name), content(name));
        }
        Age.await(root.resolve("halting"));
    }

    private static byte[] content(String name) {
        var bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) name.charAt(0));
        return bytes;
    }

    @Test
    void aNewFileIsKeptThoughTheOneThatWentIsOnItsWayToASlowClient() throws Exception {
        try (var server = start();
                var slow = begin(server, "a");
                var client = RawClient.to(server.address())) {
            get(client, "b", "c", "d");
            expectKept(client, "d");
            assertThat(slow.readBytes(SIZE)).isEqualTo(content("a"));
        }
    }

    @Test
    void twoFilesThatAreReadAtTheSameTimeAreKept() throws Exception {
        try (var server = start();
                var first = RawClient.to(server.address());
                var client = RawClient.to(server.address())) {
            get(client, "a", "b", "c");
            first.request("GET /halting HTTP/1.1", "Host: localhost");
            await().until(() -> Collections.frequency(reads, "halting") == 2);
            get(client, "d");
            mayReadOn.countDown();
            assertThat(first.read().body()).isEqualTo(content("halting"));
            expectKept(client, "d");
            expectKept(client, "halting");
        }
    }

    /// Who goes while it is on its way gives nothing back yet.
    @Test
    void whereAllAreOnTheirWayNotAllGoInVain() throws Exception {
        try (var server = start();
                var _ = begin(server, "a");
                var _ = begin(server, "b");
                var _ = begin(server, "c");
                var client = RawClient.to(server.address())) {
            get(client, "d");
            expectKept(client, "c");
        }
    }

    private void expectKept(RawClient client, String name) throws Exception {
        reads.clear();
        get(client, name);
        assertThat(reads).isEmpty();
    }

    private static void get(RawClient client, String... names) throws Exception {
        for (var name : names) {
            assertThat(client.get("/" + name).body()).isEqualTo(content(name));
        }
    }

    /// A client that has the head of the answer, and reads nothing more.
    private static RawClient begin(Server server, String name) throws Exception {
        var client = RawClient.withLittleRoom(server.address());
        client.request("GET /" + name + " HTTP/1.1", "Host: localhost");
        assertThat(client.readHead().contentLength()).isEqualTo(SIZE);
        return client;
    }

    private Server start() throws Exception {
        var settings = TestSettings.withDisk(TestSettings.serving(root), this::read);
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, ROOM_FOR_THREE));
    }

    /// When the second piece is asked for, memory has been taken for the whole.
    private void read(Path file) {
        reads.add(file.toString());
        if (Collections.frequency(reads, "halting") == 2 && file.endsWith("halting")) {
            try {
                mayReadOn.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
