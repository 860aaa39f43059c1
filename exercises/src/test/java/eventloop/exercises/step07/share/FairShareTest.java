package eventloop.exercises.step07.share;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.server.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

@Tag("7.2")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FairShareTest {
    @Test
    @Order(1)
    @DisplayName("one who is alone gets the most")
    @Why("few system calls for many bytes")
    void alone() {
        assertThat(FairShare.of(1)).as("share of one").isEqualTo(FairShare.ALONE);
    }

    @Test
    @Order(2)
    @DisplayName("a hundred downloads together send no more than a round")
    @Why("so long a newcomer has to wait")
    void hundred(TestReporter reporter) {
        long without = 100 * FairShare.ALONE;
        reporter.publishEntry(
                "before the page, with a share of 512 KiB each, MiB",
                Long.toString(without / (1024 * 1024)));
        assertThat(100 * FairShare.of(100))
                .as("bytes before a newcomer")
                .isLessThanOrEqualTo(FairShare.ROUND);
    }

    @Test
    @Order(3)
    @DisplayName("and nearly as much: the round is used")
    @Why("a share that is too small costs system calls")
    void used() {
        for (int downloads = 8; downloads <= 256; downloads++) {
            assertThat(downloads * FairShare.of(downloads))
                    .as("bytes of a round of %d", downloads)
                    .isGreaterThan(FairShare.ROUND - downloads)
                    .isLessThanOrEqualTo(FairShare.ROUND);
        }
    }

    @Test
    @Order(4)
    @DisplayName("a few get no more than one who is alone")
    @Why("nobody may keep the loop for longer than that")
    void few() {
        for (int downloads = 2; downloads < 8; downloads++) {
            assertThat(FairShare.of(downloads))
                    .as("share of %d", downloads)
                    .isEqualTo(FairShare.ALONE);
        }
    }

    @Test
    @Order(5)
    @DisplayName("more than 256 get the least, be they 257 or ten thousand")
    @Why("below it the system calls would be the work")
    void many() {
        for (int downloads = 257; downloads <= 10_000; downloads++) {
            assertThat(FairShare.of(downloads))
                    .as("share of %,d", downloads)
                    .isEqualTo(FairShare.LEAST);
        }
    }

    @Test
    @Order(6)
    @DisplayName("two downloads through the server are complete")
    @Why("a share is not to lose a byte")
    void server(@TempDir Path site) throws Exception {
        var bytes = new byte[3 << 20];
        bytes[bytes.length - 1] = 7;
        Files.write(site.resolve("large.bin"), bytes);
        try (var server = Main.start(TestSettings.serving(site), CommandLine.parse(List.of()));
                var one = RawClient.to(server.address());
                var other = RawClient.to(server.address())) {
            one.request("GET /large.bin HTTP/1.1", "Host: a");
            other.request("GET /large.bin HTTP/1.1", "Host: a");
            for (var client : List.of(one, other)) {
                client.readHead();
                var received = client.readBytes(bytes.length);
                assertThat(
                                received.length
                                        + " bytes, the last of them "
                                        + received[bytes.length - 1])
                        .isEqualTo(bytes.length + " bytes, the last of them 7");
            }
        }
    }
}
