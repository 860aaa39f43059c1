package eventloop.exercises.step07.ranges;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.cache.CacheOptions;
import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.server.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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
    @DisplayName("the unit may be written in large letters")
    @Why("names of range units have no case (RFC 9110, 14.1)")
    void unit() {
        expect("Bytes=0-9", "0-9");
        expect("BYTES=-5", "95-99");
    }

    @Test
    @Order(3)
    @DisplayName("two ranges, in the order in which they were asked for, spaces or not")
    @Why("a client may want the end first")
    void two() {
        expect("bytes=50-59,0-9", "50-59 0-9");
        expect("bytes=50-59 , 0-9", "50-59 0-9");
    }

    @Test
    @Order(4)
    @DisplayName("a range without an end, and one that counts from the end")
    @Why("who does not know the length can still ask for the rest, or for the last bytes")
    void open() {
        expect("bytes=90-", "90-99");
        expect("bytes=-5", "95-99");
        expect("bytes=90-1000", "90-99");
        expect("bytes=-1000", "0-99");
        expect("bytes=99-", "99-99");
    }

    @Test
    @Order(5)
    @DisplayName("a range of which there is no byte is left out")
    @Why("the others are still wanted")
    void leftOut() {
        expect("bytes=0-0,200-300", "0-0");
        expect("bytes=0-0,-0", "0-0");
    }

    @Test
    @Order(6)
    @DisplayName("if no byte is left, it cannot be satisfied")
    @Why("416, with the length of the file, so that the client can do better")
    void unsatisfiable() {
        expect("bytes=100-,200-300", "Unsatisfiable[]");
        expect("bytes=-0", "Unsatisfiable[]");
    }

    @Test
    @Order(7)
    @DisplayName("the last bytes of an empty file are all of it, the first are not there")
    @Why("the last ten of a file that has five are these five (RFC 9110, 14.1.2)")
    void emptyFile() {
        assertThat(show(RangeSet.parse("bytes=0-0", 0)))
                .as("bytes=0-0")
                .isEqualTo("Unsatisfiable[]");
        assertThat(show(RangeSet.parse("bytes=-0", 0))).as("bytes=-0").isEqualTo("Unsatisfiable[]");
        assertThat(show(RangeSet.parse("bytes=-5", 0))).as("bytes=-5").isEqualTo("Ignored[]");
        assertThat(show(RangeSet.parse("bytes=0-0,-5", 0))).as("both").isEqualTo("Ignored[]");
    }

    @Test
    @Order(8)
    @DisplayName("one range that cannot be read spoils the header")
    @Why("who knows what was meant")
    void unreadable() {
        expect("bytes=0-1,x", "Ignored[]");
        expect("bytes=-", "Ignored[]");
        expect("bytes=9-5", "Ignored[]");
        expect("bytes=300-200", "Ignored[]");
        expect("bytes=0-1x", "Ignored[]");
        expect("bytes=1-2-3", "Ignored[]");
        expect("bytes=--5", "Ignored[]");
        expect("bytes=+1-2", "Ignored[]");
    }

    @Test
    @Order(9)
    @DisplayName("what does not begin with bytes= is ignored, be it ever so short")
    @Why("a client may send any header, and a server is not to fail on it")
    void otherUnits() {
        expect("lines=0-1", "Ignored[]");
        expect("0-1", "Ignored[]");
        expect("x", "Ignored[]");
        expect("", "Ignored[]");
        expect("bytes=", "Ignored[]");
    }

    @Test
    @Order(10)
    @DisplayName("nothing between two commas is nothing")
    @Why(
            "whoever puts lists together leaves such places, and is to be understood (RFC 9110, 5.6.1.2)")
    void empty() {
        expect("bytes=0-1,", "0-1");
        expect("bytes=0-1, ,5-6", "0-1 5-6");
        expect("bytes=0-1,,,,,,,,,5-6", "0-1 5-6");
        expect("bytes=,", "Ignored[]");
    }

    @Test
    @Order(11)
    @DisplayName("eight ranges are answered, nine are not")
    @Why("a short request must not make a server do any amount of work")
    void many() {
        expect(
                "bytes=0-0,10-10,20-20,30-30,40-40,50-50,60-60,70-70",
                "0-0 10-10 20-20 30-30 40-40 50-50 60-60 70-70");
        expect("bytes=0-0,10-10,20-20,30-30,40-40,50-50,60-60,70-70,80-80", "Ignored[]");
        expect("bytes=0-9,0-9,0-9,0-9,0-9,0-9,0-9,0-9,0-9", "Ignored[]");
        expect("bytes=0-0,10-10,20-20,30-30,40-40,50-50,60-60,70-70,200-300", "Ignored[]");
    }

    @Test
    @Order(12)
    @DisplayName("ranges that overlap or touch become one")
    @Why("no byte is sent twice")
    void merged() {
        expect("bytes=0-10,5-20", "0-20");
        expect("bytes=0-19,5-9", "0-19");
        expect("bytes=0-9,10-19", "0-19");
        expect("bytes=10-19,0-9", "0-19");
        expect("bytes=0-9,20-29,5-24", "0-29");
        expect("bytes=0-9,11-19", "0-9 11-19");
        expect("bytes=0-9,50-59,5-14", "50-59 0-14");
    }

    @Test
    @Order(13)
    @DisplayName("the server sends both parts, byte for byte")
    @Why("this is what a reader of PDF files asks for")
    void server(@TempDir Path site) throws Exception {
        var file = Files.writeString(site.resolve("alphabet.txt"), "abcdefghijklmnopqrstuvwxyz");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        Age.await(file);
        try (var server =
                        Main.start(
                                TestSettings.serving(site), CommandLine.parse(CacheOptions.ALL));
                var client = RawClient.to(server.address())) {
            var response = client.get("/alphabet.txt", "Range: bytes=0-2,-3");
            assertThat(response.status()).as("status").isEqualTo(206);
            var type = response.header("Content-Type");
            assertThat(type).as("type").startsWith("multipart/byteranges; boundary=");
            var boundary = type.substring(type.indexOf('=') + 1);
            assertThat(response.text())
                    .as("parts")
                    .isEqualTo(
                            """

                            --%1$s
                            Content-Type: text/plain; charset=utf-8
                            Content-Range: bytes 0-2/26

                            abc
                            --%1$s
                            Content-Type: text/plain; charset=utf-8
                            Content-Range: bytes 23-25/26

                            xyz
                            --%1$s--
                            """
                                    .replace("\n", "\r\n")
                                    .formatted(boundary));
            var whole = client.get("/alphabet.txt");
            for (var name : List.of("ETag", "Last-Modified")) {
                assertThat(response.values(name)).as(name).hasSize(1).isEqualTo(whole.values(name));
            }
            var again = client.get("/alphabet.txt", "Range: bytes=0-2,-3").header("Content-Type");
            assertThat(again).as("type of another answer").isNotEqualTo(type);
            var ofAnotherVersion =
                    client.get("/alphabet.txt", "Range: bytes=0-2,-3", "If-Range: \"another\"");
            assertThat(ofAnotherVersion.status())
                    .as("status for who has another version")
                    .isEqualTo(200);
        }
    }

    private static void expect(String header, String parts) {
        assertThat(show(RangeSet.parse(header, 100))).as(header).isEqualTo(parts);
    }

    private static String show(RangeSet saw) {
        return switch (saw) {
            case RangeSet.Parts set ->
                    set.parts().stream()
                            .map(part -> part.first() + "-" + part.last())
                            .collect(Collectors.joining(" "));
            case RangeSet.Ignored ignored -> ignored.toString();
            case RangeSet.Unsatisfiable none -> none.toString();
        };
    }
}
