package eventloop.exercises.step07.ranges;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.cache.CacheOptions;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.server.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Of a file with 100 bytes.
@Tag("7.1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RangeSetTest {
    @Test
    @Order(1)
    @DisplayName("one range")
    @Why("the simplest of several is one")
    void one() {
        expect("bytes=0-9", "0-9");
    }

    @Test
    @Order(2)
    @DisplayName("two ranges, in the order in which they were asked for, spaces or not")
    @Why("a client may want the end first")
    void two() {
        expect("bytes=50-59,0-9", "50-59 0-9");
        expect("bytes=50-59 , 0-9", "50-59 0-9");
    }

    @Test
    @Order(3)
    @DisplayName("a range without an end, and one that counts from the end")
    @Why("who does not know the length can still ask for the rest, or for the last bytes")
    void open() {
        expect("bytes=90-", "90-99");
        expect("bytes=-5", "95-99");
        expect("bytes=90-1000", "90-99");
        expect("bytes=-1000", "0-99");
    }

    @Test
    @Order(4)
    @DisplayName("a range of which there is no byte is left out")
    @Why("the others are still wanted")
    void leftOut() {
        expect("bytes=0-0,200-300", "0-0");
        expect("bytes=0-0,-0", "0-0");
    }

    @Test
    @Order(5)
    @DisplayName("if no byte is left, it cannot be satisfied")
    @Why("416, with the length of the file, so that the client can do better")
    void unsatisfiable() {
        expect("bytes=100-,200-300", "Unsatisfiable[]");
        expect("bytes=-0", "Unsatisfiable[]");
    }

    @Test
    @Order(6)
    @DisplayName("one range that cannot be read spoils the header")
    @Why("who knows what was meant")
    void unreadable() {
        expect("bytes=0-1,x", "Ignored[]");
        expect("bytes=-", "Ignored[]");
        expect("bytes=9-5", "Ignored[]");
        expect("lines=0-1", "Ignored[]");
    }

    @Test
    @Order(7)
    @DisplayName("nothing between two commas is nothing")
    @Why(
            "whoever puts lists together leaves such places, and is to be understood (RFC 9110, 5.6.1.2)")
    void empty() {
        expect("bytes=0-1,", "0-1");
        expect("bytes=0-1, ,5-6", "0-1 5-6");
        expect("bytes=,", "Ignored[]");
    }

    @Test
    @Order(8)
    @DisplayName("eight ranges are answered, nine are not")
    @Why("a short request must not make a server do any amount of work")
    void many() {
        expect(
                "bytes=0-0,10-10,20-20,30-30,40-40,50-50,60-60,70-70",
                "0-0 10-10 20-20 30-30 40-40 50-50 60-60 70-70");
        expect("bytes=0-0,10-10,20-20,30-30,40-40,50-50,60-60,70-70,80-80", "Ignored[]");
    }

    @Test
    @Order(9)
    @DisplayName("ranges that overlap or touch become one")
    @Why("no byte is sent twice")
    void merged() {
        expect("bytes=0-10,5-20", "0-20");
        expect("bytes=0-9,10-19", "0-19");
        expect("bytes=0-9,20-29,5-24", "0-29");
        expect("bytes=0-9,11-19", "0-9 11-19");
        expect("bytes=0-9,50-59,5-14", "50-59 0-14");
    }

    @Test
    @Order(10)
    @DisplayName("the server sends both parts, byte for byte")
    @Why("this is what a reader of PDF files asks for")
    void server(@TempDir Path site) throws Exception {
        Files.writeString(site.resolve("alphabet.txt"), "abcdefghijklmnopqrstuvwxyz");
        try (var server =
                        Main.start(
                                TestSettings.serving(site),
                                CommandLine.parse(CacheOptions.withHelpers()));
                var client = RawClient.to(server.address())) {
            var response = client.get("/alphabet.txt", "Range: bytes=0-2,-3");
            assertThat(response.status()).as("status").isEqualTo(206);
            assertThat(response.text())
                    .contains("Content-Range: bytes 0-2/26\r\n\r\nabc\r\n")
                    .contains("Content-Range: bytes 23-25/26\r\n\r\nxyz\r\n");
            var ofAnotherVersion =
                    client.get("/alphabet.txt", "Range: bytes=0-2,-3", "If-Range: \"another\"");
            assertThat(ofAnotherVersion.status())
                    .as("status for who has another version")
                    .isEqualTo(200);
        }
    }

    private static void expect(String header, String parts) {
        var saw =
                switch (RangeSet.parse(header, 100)) {
                    case RangeSet.Parts set ->
                            set.parts().stream()
                                    .map(part -> part.first() + "-" + part.last())
                                    .collect(Collectors.joining(" "));
                    case RangeSet.Ignored ignored -> ignored.toString();
                    case RangeSet.Unsatisfiable none -> none.toString();
                };
        assertThat(saw).as(header).isEqualTo(parts);
    }
}
