package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                    "\u0016\u0003\u0001\u0002",
                    "SSH-2.0-x\r\n",
                    "GET /\r\n",
                    "GET / \r\n",
                    "GET / HTTP/1.1.1\r\n",
                    "GET / HTTPS/1.1\r\n",
                    "GET /%zz HTTP/1.1\r\n",
                    "GET /\tHTTP/1.1\r\n",
                    "GET / HTTP/1.1\r\nHost : x\r\n",
                    "GET / HTTP/1.1\r\nHost: x:y\r\n",
                    "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n",
                    "GET / HTTP/1.1\r\nHost: x\u0000",
                    "HEAD / HTTP/1.1\r\n: x",
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
                        "POST /c HTTP_1_1 Transfer-Encoding=chunked",
                        "PUT /p HTTP_1_1 Content-Length=3",
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

    /// The last of these bytes is the first that cannot go on: without it more is waited for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016",
                "{",
                " ",
                "\r\n\r",
                "GET\t",
                "GET  ",
                "GET /\r",
                "GET /\u0001",
                "GET a ",
                "GET / X",
                "GET / HTTP/x",
                "GET / HTTP/1,",
                "GET / HTTP/1.1 ",
                "GET / HTTP/1.1\n",
                "GET / HTTP/1.1\r\r",
                "GET / HTTP/1.1\r\n ",
                "GET / HTTP/1.1\r\n:",
                "GET / HTTP/1.1\r\nHost ",
                "GET / HTTP/1.1\r\nHost\r",
                "GET / HTTP/1.1\r\nHost: x\u0000",
                "GET / HTTP/1.1\r\nHost: x\n",
                "GET / HTTP/1.1\r\nHost: x\rx",
                "GET / HTTP/1.1\r\nHost: x y\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n",
                "GET / HTTP/1.1\r\nContent-Length:\r\n",
                "GET / HTTP/1.1\r\n\rx"
            })
    void theFirstByteThatCannotGoOnIsRefused(String bytes) {
        assertThat(Transcript.of(bytes.substring(0, bytes.length() - 1))).isSubsetOf("…");
        assertThat(Transcript.of(bytes)).singleElement().asString().startsWith("400 ");
    }

    @Test
    void whoIsLateIsToldSoAndAHeadGetsNoBody() {
        assertThat(lateAfter("")).isEqualTo(late(Method.UNKNOWN));
        assertThat(lateAfter("GET / HTTP/1.1\r\n")).isEqualTo(late(Method.GET));
        assertThat(lateAfter("HEAD")).isEqualTo(late(Method.UNKNOWN));
        assertThat(lateAfter("HEAD ")).isEqualTo(late(Method.HEAD));
        assertThat(lateAfter("HEAD / HTTP/1.1\r\nHost: x\r\n")).isEqualTo(late(Method.HEAD));
        var body = " / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhell";
        assertThat(lateAfter("HEAD" + body)).isEqualTo(late(Method.HEAD));
        assertThat(lateAfter("POST" + body)).isEqualTo(late(Method.POST));
    }

    private static Parsed.Refused lateAfter(String input) {
        var parser = new RequestParser(Limits.DEFAULT);
        assertThat(parser.parse(ByteBuffer.wrap(Transcript.bytes(input))))
                .isSameAs(Parsed.NEED_MORE);
        return parser.giveUpAsLate();
    }

    private static Parsed.Refused late(Method method) {
        return new Parsed.Refused(
                Status.REQUEST_TIMEOUT, "the request did not arrive in time", method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD /\r",
                "HEAD / HTTP/2.0\r\n",
                "HEAD / HTTP/1.1\r\n\r\n",
                "HEAD / HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                "HEAD / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nx"
            })
    void aRefusedHeadIsKnownForOneWhereverItIsCut(String input) {
        for (int cut = 0; cut < input.length(); cut++) {
            var parser = new RequestParser(Limits.DEFAULT);
            parser.parse(ByteBuffer.wrap(Transcript.bytes(input.substring(0, cut))));
            var rest = ByteBuffer.wrap(Transcript.bytes(input.substring(cut)));
            assertThat(parser.parse(rest))
                    .isInstanceOfSatisfying(
                            Parsed.Refused.class,
                            refused -> assertThat(refused.method()).isEqualTo(Method.HEAD));
        }
    }

    /// Also who says it twice, or puts nothing into a list (RFC 9110 §5.6.1.2).
    @ParameterizedTest
    @ValueSource(
            strings = {
                "100-Continue",
                "100-continue, 100-continue",
                "100-continue,",
                ", ,100-continue"
            })
    void whoAsksBeforeTheBodyIsTheLastOfTheConnection(String expectation) {
        var input =
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: %s\r\n\r\n"
                        .formatted(expectation);
        assertThat(Transcript.of(input))
                .containsExactly("POST / HTTP_1_1 CLOSE Content-Length=4;Expect=" + expectation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-miracle", "100-continue, a-miracle", "100-continue a-miracle"})
    void whatElseIsExpectedIsRefused(String expectation) {
        var input =
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: %s\r\n\r\n"
                        .formatted(expectation);
        assertThat(Transcript.of(input)).singleElement().asString().startsWith("417");
    }

    @Test
    void aHeaderSomebodyHasNamedIsKept() {
        var colour = HeaderName.keep("Colour");
        var input =
                "GET / HTTP/1.1\r\nHost: x\r\nAccept: y\r\nCOLOUR: \t red \t\r\ncolour: blue\r\n\r\n";
        assertThat(headers(input).value(colour)).isEqualTo("red, blue");
    }

    @Test
    void aHeaderThatTheParserReadsItselfIsKeptIfSomebodyHasNamedIt() {
        var connection = HeaderName.keep("Connection");
        var input = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(headers(input).value(connection)).isEqualTo("close");
    }

    @Test
    void whatNobodyHasNamedIsDropped() {
        var input = "GET / HTTP/1.1\r\nHost: x\r\nAccept: y\r\n\r\n";
        assertThat(headers(input)).isSameAs(Headers.NONE);
    }

    private static Headers headers(String input) {
        var parser = new RequestParser(Limits.DEFAULT);
        return ((Request) parser.parse(ByteBuffer.wrap(Transcript.bytes(input)))).headers();
    }
}
