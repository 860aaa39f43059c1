package eventloop.zerocopy;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.selector.LoopBuffers;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A large file leaves without coming into the program, and without holding up anybody. Step 6 had to
/// bring all of it into memory, piece by piece.
class WhatZeroCopyBuysTest {
    private static final int SIZE = 16 * 1024 * 1024 + 7;

    private final byte[] content = new byte[SIZE];
    private final AtomicInteger reads = new AtomicInteger();
    @TempDir private Path root;

    @BeforeEach
    void makeFiles() throws Exception {
        new Random(7).nextBytes(content);
        var large = Files.write(root.resolve("large.bin"), content);
        Files.setLastModifiedTime(large, FileTime.from(Instant.EPOCH));
        Files.writeString(root.resolve("small.txt"), "small");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody tells what is in memory")
    void ofALargeFileTheProgramReadsOnlyTheTwoEnds() throws Exception {
        try (var server = Main.start(countingReads(), CommandLine.parse(Main.OPTIONS))) {
            assertThat(readsToSendLargeFile(server)).isEqualTo(2);
        }
    }

    @Test
    void onStep6AllOfItComesIntoTheProgram() throws Exception {
        try (var server =
                eventloop.cache.Main.start(
                        countingReads(), CommandLine.parse(eventloop.cache.Main.OPTIONS))) {
            assertThat(readsToSendLargeFile(server)).isGreaterThan(SIZE / LoopBuffers.OUTPUT_SIZE);
        }
    }

    private Settings countingReads() {
        return TestSettings.withDisk(TestSettings.serving(root), file -> reads.incrementAndGet());
    }

    private int readsToSendLargeFile(Server server) throws Exception {
        try (var client = RawClient.to(server.address())) {
            assertThat(client.get("/large.bin").body()).isEqualTo(content);
            return reads.get();
        }
    }

    /// Clients that stop reading have their sockets full for good; whoever reads on goes on.
    @Test
    void largeTransfersAndSlowReadersDoNotHoldUpSmallRequests() throws Exception {
        try (var server = step7();
                var other = RawClient.to(server.address())) {
            var slow = new ArrayList<RawClient>();
            for (int i = 0; i < 20; i++) {
                slow.add(RawClient.withLittleRoom(server.address()));
                slow.getLast().request("GET /large.bin HTTP/1.1", "Host: localhost");
            }
            for (int i = 0; i < 1_000; i++) {
                assertThat(other.get("/small.txt").text()).isEqualTo("small");
            }
            for (var client : slow) {
                assertThat(client.readHead().status()).isEqualTo(200);
                client.close();
            }
        }
    }

    @Test
    void aTransferThatWasStoppedGoesOnAtTheRightByte() throws Exception {
        try (var server = step7();
                var client = RawClient.withLittleRoom(server.address())) {
            client.request("GET /large.bin HTTP/1.1", "Host: localhost");
            client.readHead();
            var random = new Random(8);
            for (int position = 0; position < SIZE; ) {
                int count = Math.min(1 + random.nextInt(300_000), SIZE - position);
                var expected = Arrays.copyOfRange(content, position, position + count);
                assertThat(client.readBytes(count)).isEqualTo(expected);
                position += count;
            }
            assertThat(client.get("/small.txt").text()).isEqualTo("small");
        }
    }

    @Test
    void aFileThatShrinksOnItsWayEndsItsConnectionOnly() throws Exception {
        try (var server = step7();
                var client = RawClient.withLittleRoom(server.address());
                var other = RawClient.to(server.address())) {
            client.request("GET /large.bin HTTP/1.1", "Host: localhost");
            assertThat(client.readHead().contentLength()).isEqualTo(SIZE);
            try (var file = FileChannel.open(root.resolve("large.bin"), StandardOpenOption.WRITE)) {
                file.truncate(SIZE - 8 * 1024 * 1024);
            }
            assertThat(client.readToEnd().length).isLessThan(SIZE);
            assertThat(other.get("/small.txt").text()).isEqualTo("small");
        }
    }

    @Test
    void aFileThatIsDeletedOnItsWayArrivesWhole() throws Exception {
        try (var server = step7();
                var client = RawClient.withLittleRoom(server.address())) {
            client.request("GET /large.bin HTTP/1.1", "Host: localhost");
            client.readHead();
            Files.delete(root.resolve("large.bin"));
            assertThat(client.readBytes(SIZE)).isEqualTo(content);
            assertThat(client.get("/large.bin").status()).isEqualTo(404);
        }
    }

    @Test
    void aBrokenDownloadIsTakenUpWhereItBrokeOff() throws Exception {
        try (var server = step7();
                var client = RawClient.to(server.address())) {
            Age.await(root.resolve("large.bin"));
            var tag = client.head("/large.bin").header("ETag");
            assertThat(tag).isNotEmpty();
            var rest = client.get("/large.bin", "Range: bytes=5000000-", "If-Range: " + tag);
            assertThat(rest.status()).isEqualTo(206);
            assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(content, 5_000_000, SIZE));
        }
    }

    /// As a file is that was written twice within one second, or unpacked with its date.
    @Test
    void aVersionOfTheSameDateIsNotTakenForTheOneThatBrokeOff() throws Exception {
        try (var server = step7();
                var client = RawClient.to(server.address())) {
            Age.await(root.resolve("large.bin"));
            var date = client.head("/large.bin").header("Last-Modified");
            replaceLargeFileByOneOfTheSameDate();
            assertThat(client.head("/large.bin").header("Last-Modified")).isEqualTo(date);
            var answer = client.get("/large.bin", "Range: bytes=5000000-", "If-Range: " + date);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(new byte[SIZE]);
        }
    }

    private void replaceLargeFileByOneOfTheSameDate() throws Exception {
        var large = root.resolve("large.bin");
        var other = Files.write(root.resolve("other.bin"), new byte[SIZE]);
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(large));
        Age.await(Files.move(other, large, StandardCopyOption.REPLACE_EXISTING));
    }

    @Test
    void onStep6ThePartIsAskedForInVain() throws Exception {
        try (var server =
                        eventloop.cache.Main.start(
                                TestSettings.serving(root),
                                CommandLine.parse(eventloop.cache.Main.OPTIONS));
                var client = RawClient.to(server.address())) {
            var answer = client.get("/large.bin", "Range: bytes=5000000-");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(content);
        }
    }

    private Server step7() throws Exception {
        return Main.start(TestSettings.serving(root), CommandLine.parse(Main.OPTIONS));
    }
}
