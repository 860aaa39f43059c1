package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What just fits is taken and one more is refused, at whatever place the bytes are cut.
class RequestParserLimitsTest {
    private static final Limits LIMITS = new Limits(64, 256, 8, 32);
    private static final String HOST = "\r\nHost: x\r\n";

    @Test
    void theLongestRequestLineIsTakenAndALongerOneRefused() {
        var around = "GET / HTTP/1.1";
        var longest = around.replace("/ ", "/" + "a".repeat(64 - around.length()) + " ");
        expect("GET", longest + HOST + "\r\n");
        expect("GET", "\r\n" + longest + HOST + "\r\n");
        expectRefusal("414", longest.replace("aa", "aaa") + HOST + "\r\n");
        expectRefusal("414", "GET /" + "a".repeat(1_000));
    }

    @Test
    void aMethodThatIsTooLongIsNotImplemented() {
        expectRefusal("501", "A".repeat(65));
        expectRefusal("501", "A".repeat(1_000));
        expectRefusal("501", "A".repeat(65) + " / HTTP/1.1" + HOST + "\r\n");
        expectRefusal("414", "A".repeat(64) + " / HTTP/1.1" + HOST + "\r\n");
    }

    @Test
    void aRequestLineThatIsTooLongIsNotJudgedByItsContents() {
        var tooLong = "a".repeat(64);
        expectRefusal("414", "GET /%zz" + tooLong + " HTTP/1.1" + HOST + "\r\n");
        expectRefusal("414", "GET https://" + tooLong + " HTTP/1.1" + HOST + "\r\n");
        expectRefusal("414", "GET /" + tooLong + "\r\n");
        expectRefusal("414", "GET /" + tooLong + "\u0000 HTTP/1.1" + HOST + "\r\n");
        expectRefusal("501", "A".repeat(65) + "@ / HTTP/1.1" + HOST + "\r\n");
    }

    /// Where the target leaves no room for a version, no version is waited for.
    @Test
    void theVersionHasToFitIntoTheRequestLine() {
        var fits = "GET /" + "a".repeat(50) + " HTTP/1.";
        expect("GET", fits + "1" + HOST + "\r\n");
        expectRefusal("400", fits + "x" + HOST + "\r\n");
        for (int more = 1; more <= 10; more++) {
            var tooLong = fits.replace("/a", "/a" + "a".repeat(more));
            expectRefusal("414", tooLong + "x" + HOST + "\r\n");
            expectRefusal("414", tooLong.replace("HTTP", "ABCD") + "1" + HOST + "\r\n");
        }
    }

    @Test
    void theLongestHeadIsTakenAndALongerOneRefused() {
        var around = "GET / HTTP/1.1" + HOST + "X: \r\n\r\n";
        var longest = around.replace("X: ", "X: " + "x".repeat(256 - around.length()));
        expect("GET", longest);
        expect("GET", longest + longest);
        expectRefusal("431", longest.replace("xx", "xxx"));
        expectRefusal("431", "GET / HTTP/1.1" + HOST + "X: " + "x".repeat(1_000));
        expectRefusal("431", "GET / HTTP/1.1" + HOST + "X: x\r\n".repeat(40));
    }

    @Test
    void theMostHeadersAreTakenAndOneMoreRefused() {
        expect("GET", headers(8));
        expectRefusal("431", headers(9));
    }

    private static String headers(int count) {
        return "GET / HTTP/1.1" + HOST + "X:y\r\n".repeat(count - 1) + "\r\n";
    }

    @Test
    void theLongestBodyIsTakenAndALongerOneRefused() {
        expect("POST", "POST / HTTP/1.1" + HOST + "Content-Length: 32\r\n\r\n" + "b".repeat(32));
        expectRefusal("413", "POST / HTTP/1.1" + HOST + "Content-Length: 33\r\n\r\n");
        expectRefusal(
                "413", "POST / HTTP/1.1" + HOST + "Content-Length: " + Long.MAX_VALUE + "\r\n\r\n");
    }

    @Test
    void theLongestBodyInChunksIsTakenAndALongerOneRefused() {
        var head = "POST / HTTP/1.1" + HOST + "Transfer-Encoding: chunked\r\n\r\n";
        var full = head + ("8\r\n" + "b".repeat(8) + "\r\n").repeat(4);
        expect("POST", full + "0\r\n\r\n");
        expectRefusal("413", full + "1\r\n");
        expectRefusal("413", head + "21\r\n");
        expectRefusal("413", head + "fffffffffffffff\r\n");
        expectRefusal("413", head + "10000000000000005\r\n");
    }

    /// Without extensions a body may come in chunks of one byte each. With them, there may be as much around the
    /// chunks of a request as a head is long, and no more for every chunk.
    @Test
    void whatStandsAroundTheChunksHasALimit() {
        var head = "POST / HTTP/1.1" + HOST + "Transfer-Encoding: chunked\r\n\r\n";
        expect("POST", head + "1\r\nb\r\n".repeat(32) + "0\r\n\r\n");
        var chunks = "1;eeeeeee\r\nb\r\n".repeat(32);
        var end = "0\r\n\r\n";
        expect("POST", head + chunks.replaceFirst(";e+", "") + end);
        expectRefusal("413", head + chunks + end);
        expectRefusal("413", head + "5;" + "e".repeat(1_000));
        expectRefusal("413", head + "0\r\n" + "X: y\r\n".repeat(100));
    }

    private static void expectRefusal(String status, String input) {
        assertThat(statuses(input)).containsExactly(status);
        expect(status, input);
    }

    private static void expect(String first, String input) {
        var whole = statuses(input);
        assertThat(whole).first().isEqualTo(first);
        var bytes = Transcript.bytes(input);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(firstWords(Transcript.of(LIMITS, bytes, cut)))
                    .as("cut at %d", cut)
                    .isEqualTo(whole);
        }
        int[] everywhere = IntStream.range(1, bytes.length).toArray();
        assertThat(firstWords(Transcript.of(LIMITS, bytes, everywhere))).isEqualTo(whole);
    }

    private static List<String> statuses(String input) {
        return firstWords(Transcript.of(LIMITS, Transcript.bytes(input)));
    }

    private static List<String> firstWords(List<String> transcript) {
        return transcript.stream().map(line -> line.split(" ")[0]).toList();
    }
}
