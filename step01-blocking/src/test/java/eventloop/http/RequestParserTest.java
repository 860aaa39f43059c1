package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RequestParserTest {
    private static final String GET = "GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String CLOSE =
            "GET /last HTTP/1.0\r\nConnection: a\r\nX: y\r\nconnection: close\r\n\r\n";
    private static final String LENGTH =
            "PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n\r\n\r";
    private static final String CHUNKED =
            "POST /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHost: x\r\n\r\n"
                    + "2;a=b\r\n\r\n\r\n0A\r\n0123456789\r\n0\r\nT: u\r\nV: w\r\n\r\n";
    private static final String CHUNKED_HEAD =
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

    static final List<String> INPUTS =
            List.of(
                    "",
                    GET,
                    GET + GET + GET,
                    "\r\n" + GET + "\r\n" + GET,
                    CLOSE,
                    LENGTH + GET,
                    CHUNKED + GET,
                    GET + CHUNKED + LENGTH + CLOSE,
                    GET + "GET /unfinished HTTP/1.1\r\n",
                    CHUNKED_HEAD + "5\r\nhel",
                    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: other\r\n\r\n",
                    "\r\n\r\n" + GET,
                    "\n\n",
                    "\r\n\n",
                    "BAD\r\n\r\n",
                    "GET / HTTP/1.1\nHost: x\n\n",
                    "GET / HTTP/1.1\r\nHost: x\n\r\n",
                    "GET / HTTP/1.1\r\nHost: x\r\n\n",
                    "GET / HTTP/1.1\r\nHost: x\r\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
                    "GET / HTTP/2.0\r\nHost: x\r\n\r\n",
                    "GET / HTTP/1.1\r\n\r\n",
                    GET + "GET /% HTTP/1.1\r\nHost: x\r\n\r\n" + GET,
                    CHUNKED_HEAD + "5\r\nhello!\r\n0\r\n\r\n",
                    CHUNKED_HEAD + "5\rhello\r\n0\r\n\r\n",
                    CHUNKED_HEAD + "ffffffffffffffff\r\n",
                    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n");

    @ParameterizedTest
    @FieldSource("INPUTS")
    void everyWayToCutTheBytesIsUnderstoodAlike(String input) {
        var bytes = Transcript.bytes(input);
        var whole = Transcript.of(Limits.DEFAULT, bytes);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                assertThat(Transcript.of(Limits.DEFAULT, bytes, first, second))
                        .as("cut at %d and %d", first, second)
                        .isEqualTo(whole);
            }
        }
        assertThat(Transcript.ofSingleBytes(Limits.DEFAULT, bytes)).isEqualTo(whole);
    }

    @Test
    void requestsComeOutOneByOneInTheirOrder() {
        assertThat(Transcript.of(GET + CHUNKED + LENGTH + CLOSE))
                .containsExactly(
                        "GET /a?b HTTP_1_1",
                        "POST / HTTP_1_1 TRANSFER_ENCODING=chunked",
                        "PUT / HTTP_1_1 CONTENT_LENGTH=3",
                        "GET /last HTTP_1_0 CLOSE");
    }

    @Test
    void whatLiesBehindARequestStaysInTheBuffer() {
        var input = ByteBuffer.wrap(Transcript.bytes(GET + "GET /next"));
        assertThat(new RequestParser(Limits.DEFAULT).parse(input)).isInstanceOf(Request.class);
        assertThat(input.remaining()).isEqualTo("GET /next".length());
    }

    @Test
    void aDirectBufferIsReadAsOneOnTheHeap() {
        var bytes = Transcript.bytes(GET);
        var input =
                ByteBuffer.allocateDirect(100).put(7, bytes).position(7).limit(7 + bytes.length);
        assertThat(new RequestParser(Limits.DEFAULT).parse(input)).isInstanceOf(Request.class);
        assertThat(input.remaining()).isZero();
    }

    @Test
    void theClientOwesTheRestOfWhatItHasBegun() {
        var parser = new RequestParser(Limits.DEFAULT);
        assertThat(parser.isWithinRequest()).isFalse();
        for (byte one : Transcript.bytes(LENGTH)) {
            assertThat(parser.parse(ByteBuffer.wrap(new byte[0]))).isSameAs(Parsed.NEED_MORE);
            var parsed = parser.parse(ByteBuffer.wrap(new byte[] {one}));
            assertThat(parser.isWithinRequest()).isEqualTo(parsed instanceof Parsed.NeedMore);
        }
        assertThat(parser.isWithinRequest()).isFalse();
    }

    @Test
    void whoAsksBeforeTheBodyIsTheLastOfTheConnection() {
        var input =
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-Continue\r\n\r\n";
        assertThat(Transcript.of(input))
                .containsExactly("POST / HTTP_1_1 CLOSE CONTENT_LENGTH=4;EXPECT=100-Continue");
    }

    @Test
    void onlyHeadersSomebodyAsksForAreKept() {
        var input = "GET / HTTP/1.1\r\nHost: x\r\nAccept: y\r\nRANGE: \t bytes=0-1 \t\r\n\r\n";
        assertThat(Transcript.of(input)).containsExactly("GET / HTTP_1_1 RANGE=bytes=0-1");
    }
}
