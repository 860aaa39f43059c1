package eventloop.contract;

import static eventloop.contract.TestSettings.withLimits;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Limits;
import eventloop.server.Settings;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every limit: what just fits is served, one more is refused with the limit's own status.
abstract class LimitTopic extends Topic {
    private static final int REQUEST_LINE = 1_000;
    private static final int HEAD = 4_000;
    private static final int HEADERS = 20;
    private static final int BODY = 5_000;
    private static final String HOST = "\r\nHost: a\r\n";

    LimitTopic(HttpContract step) {
        super(step);
    }

    @Override
    Settings settings() {
        return withLimits(super.settings(), new Limits(REQUEST_LINE, HEAD, HEADERS, BODY));
    }

    @AfterEach
    void othersAreNotHarmed() throws Exception {
        expectServerIsFine();
    }

    @Test
    void theLongestRequestLineIsServedAndALongerOneRefused() throws Exception {
        expectServed(requestLine(REQUEST_LINE) + HOST + "\r\n");
        expectRefusal(414, requestLine(REQUEST_LINE + 1) + HOST + "\r\n");
        expectRefusal(414, requestLine(100 * REQUEST_LINE) + HOST + "\r\n");
    }

    @Test
    void theLongestRequestLineMayComeInPieces() throws Exception {
        var client = connect();
        client.send(requestLine(REQUEST_LINE));
        expectServerIsFine();
        client.send(HOST);
        expectServerIsFine();
        client.send("\r\n");
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
    }

    @Test
    void aRequestLineWithoutEndIsNotWaitedFor() throws Exception {
        expectRefusal(414, requestLine(10 * REQUEST_LINE));
        expectRefusal(414, "GET /" + "a".repeat(10 * REQUEST_LINE));
    }

    /// No server has a method of that length: 501, as for any that is unknown (RFC 9112 §3).
    @Test
    void aMethodWithoutEndIsNotWaitedFor() throws Exception {
        expectRefusal(501, "A".repeat(10 * REQUEST_LINE));
        expectRefusal(501, "A".repeat(REQUEST_LINE + 1) + " /hello.txt HTTP/1.1" + HOST + "\r\n");
    }

    /// Its length counts before its contents: what is wrong with them may not have arrived yet.
    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/../", "https://a/", "hello.txt"})
    void aRequestLineThatIsTooLongIsNotJudgedByItsTarget(String beginning) throws Exception {
        var line = "GET " + beginning + "a".repeat(REQUEST_LINE);
        expectRefusal(414, line);
        expectRefusal(414, line + "\r\n");
        expectRefusal(414, line + " HTTP/1.1" + HOST + "\r\n");
    }

    @Test
    void aRequestLineThatIsTooLongIsNotJudgedByItsVersion() throws Exception {
        var line = requestLine(REQUEST_LINE + 2).replace("HTTP/1.1", "HTTP/1.x");
        expectRefusal(414, line.substring(0, REQUEST_LINE + 1));
        expectRefusal(414, line + HOST + "\r\n");
    }

    @Test
    void aMethodThatIsTooLongIsNotJudgedByItsEnd() throws Exception {
        var method = "A".repeat(REQUEST_LINE + 1);
        expectRefusal(501, method);
        expectRefusal(501, method + "@ /hello.txt HTTP/1.1" + HOST + "\r\n");
    }

    private static String requestLine(int length) {
        var around = "GET /hello.txt? HTTP/1.1";
        return around.replace("?", "?" + "q".repeat(length - around.length()));
    }

    @Test
    void theLongestHeadIsServedAndALongerOneRefused() throws Exception {
        expectServed(head(HEAD));
        expectRefusal(431, head(HEAD + 1));
        expectRefusal(431, head(100 * HEAD));
    }

    @Test
    void headersWithoutEndAreNotWaitedFor() throws Exception {
        expectRefusal(431, "GET /hello.txt HTTP/1.1" + HOST + "X: " + "y".repeat(2 * HEAD));
        expectRefusal(431, "GET /hello.txt HTTP/1.1" + HOST + "X: y\r\n".repeat(HEAD));
    }

    private static String head(int length) {
        var around = "GET /hello.txt HTTP/1.1" + HOST + "X: \r\n\r\n";
        return around.replace("X: ", "X: " + "x".repeat(length - around.length()));
    }

    @Test
    void theMostHeadersAreServedAndOneMoreRefused() throws Exception {
        expectServed(headWithHeaders(HEADERS));
        expectRefusal(431, headWithHeaders(HEADERS + 1));
    }

    private static String headWithHeaders(int count) {
        var head = new StringBuilder("GET /hello.txt HTTP/1.1" + HOST);
        IntStream.range(1, count).forEach(i -> head.append("X-").append(i).append(": y\r\n"));
        return head.append("\r\n").toString();
    }

    @Test
    void theLongestBodyIsServedAndALongerOneRefused() throws Exception {
        expectServed(body(BODY));
        expectRefusal(413, body(BODY + 1));
    }

    @Test
    void aBodyThatIsOnlyAnnouncedIsRefusedAtOnce() throws Exception {
        expectRefusal(413, bodyHead("Content-Length: 5001"));
        expectRefusal(413, bodyHead("Content-Length: 9223372036854775807"));
        expectRefusal(413, bodyHead("Content-Length: 5001\r\nExpect: 100-continue"));
    }

    private static String body(int length) {
        return bodyHead("Content-Length: " + length) + "b".repeat(length);
    }

    private static String bodyHead(String header) {
        return "GET /hello.txt HTTP/1.1" + HOST + header + "\r\n\r\n";
    }

    @Test
    void theLongestBodyInChunksIsServedAndALongerOneRefused() throws Exception {
        expectServed(chunked(BODY / 100, 100) + "0\r\n\r\n");
        expectRefusal(413, chunked(BODY / 100, 100) + "1\r\nb\r\n0\r\n\r\n");
        expectRefusal(413, chunked(0, 0) + "1389\r\n");
        expectRefusal(413, chunked(0, 0) + "fffffffffffffff\r\n");
        expectRefusal(413, chunked(0, 0) + "10000000000000005\r\nhello\r\n0\r\n\r\n");
    }

    private static String chunked(int chunks, int size) {
        var chunk = Integer.toHexString(size) + "\r\n" + "b".repeat(size) + "\r\n";
        return bodyHead("Transfer-Encoding: chunked") + chunk.repeat(chunks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5;%s\r\nhello\r\n0\r\n\r\n",
                "0\r\nX: %s\r\n\r\n",
                "5%s",
            })
    void whatStandsAroundChunksHasALimitToo(String chunks) throws Exception {
        expectRefusal(413, chunked(0, 0) + chunks.formatted(" ".repeat(100_000)));
    }

    /// Each line of these is short, and each chunk too: together they would be hundreds of megabytes.
    @Test
    void whatStandsAroundAllChunksTogetherHasALimitToo() throws Exception {
        var client = connect();
        client.send(chunked(0, 0));
        var chunk = "1;" + "e".repeat(2_000) + "\r\nb\r\n";
        client.send(chunk.repeat(100));
        expectRefusal(413, client);
    }

    @Test
    void thePageIsSeenByAClientThatGoesOnSending() throws Exception {
        expectRefusal(413, body(1_000_000));
        expectRefusal(431, head(1_000_000));
    }

    private void expectServed(String request) throws Exception {
        var client = connect();
        client.send(request);
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }
}
