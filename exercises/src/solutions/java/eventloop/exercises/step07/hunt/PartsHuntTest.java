package eventloop.exercises.step07.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.RawResponse;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.zerocopy.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is promised to somebody who asks for a part of a file? Write a test for each promise.
@Tag("7.4")
class PartsHuntTest {
    private static final int LARGE = 2 << 20;

    @TempDir private Path site;
    private Server server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(site.resolve("alphabet.txt"), "abcdefghijklmnopqrstuvwxyz");
        var large = new byte[LARGE];
        for (int n = 0; n < LARGE; n++) {
            large[n] = (byte) (n % 251);
        }
        Files.write(site.resolve("large.bin"), large);
        server = Main.start(TestSettings.serving(site), CommandLine.parse(Main.OPTIONS));
        client = RawClient.to(server.address());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void theBeginning() throws Exception {
        assertThat(get("/alphabet.txt", "bytes=0-2").text()).isEqualTo("abc");
    }

    // tag::solution[]

    @Test
    void aPartInTheMiddle() throws Exception {
        assertThat(get("/alphabet.txt", "bytes=3-5").text()).isEqualTo("def");
    }

    @Test
    void upToTheEndAndBeyond() throws Exception {
        assertThat(get("/alphabet.txt", "bytes=23-100").text()).isEqualTo("xyz");
    }

    @Test
    void moreOfTheEndThanThereIs() throws Exception {
        var response = get("/alphabet.txt", "bytes=-100");

        assertThat(response.status()).isEqualTo(206);
        assertThat(response.header("Content-Range")).isEqualTo("bytes 0-25/26");
    }

    @Test
    void noSuchPart() throws Exception {
        var response = get("/alphabet.txt", "bytes=26-");

        assertThat(response.status()).isEqualTo(416);
        assertThat(response.header("Content-Range")).isEqualTo("bytes */26");
    }

    @Test
    void noPartForHead() throws Exception {
        assertThat(client.head("/alphabet.txt", "Range: bytes=0-2").status()).isEqualTo(200);
    }

    @Test
    void noPartOfAnotherVersion() throws Exception {
        var response = client.get("/alphabet.txt", "Range: bytes=0-2", "If-Range: \"other\"");

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void aPartOfALargeFileAndTheNextRequest() throws Exception {
        client.request("GET /large.bin HTTP/1.1", "Host: a", "Range: bytes=0-1500000");
        assertThat(client.readHead().contentLength()).isEqualTo(1_500_001);
        var bytes = client.readBytes(1_500_001);
        assertThat(bytes[1_500_000]).isEqualTo((byte) (1_500_000 % 251));
        assertThat(client.get("/alphabet.txt").status()).isEqualTo(200);
    }

    // end::solution[]

    private RawResponse get(String file, String range) throws IOException {
        return client.get(file, "Range: " + range);
    }
}
