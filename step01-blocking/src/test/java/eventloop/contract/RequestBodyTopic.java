package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody here wants a request body, but the next request begins behind it: it is read and dropped.
abstract class RequestBodyTopic extends Topic {
    RequestBodyTopic(HttpContract step) {
        super(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\n\r\n",
                "Content-Length: 5\r\n\r\nhello",
                "Content-Length: 005\r\n\r\nhello",
                "Content-Length: 23\r\n\r\nGET /trap HTTP/1.1\r\n\r\n\n",
                "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: CHUNKED\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n",
                "transfer-encoding:\tchunked \r\n\r\n00A\r\n0123456789\r\n000\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n00000000000000000005\r\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\na;x=y;z=\"1\"\r\n\r\n\r\n\r\n\r\n\r\n\r\n0;e\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\nContent-Length: 7\r\n\r\n",
            })
    void aBodyIsSkippedAndTheNextRequestAnswered(String bodyAndHeader) throws Exception {
        var client = connect();
        client.send("POST /hello.txt HTTP/1.1\r\nHost: localhost\r\n" + bodyAndHeader);
        client.send("GET /hello.txt HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(client.read().status()).isEqualTo(405);
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
    }

    @Test
    void aGetMayHaveABody() throws Exception {
        var client = connect();
        client.send("GET /hello.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    @Test
    void theAnswerComesWhenTheBodyHasBeenReceived() throws Exception {
        var client = connect();
        client.request("POST / HTTP/1.1", "Host: a", "Content-Length: 100000");
        client.send(new byte[99_999]);
        expectServerIsFine();
        assertThat(client.hasInput()).isFalse();
        client.send(new byte[1]);
        assertThat(client.read().status()).isEqualTo(405);
    }

    @Test
    void whoAsksBeforeSendingABodyIsSparedTheTransfer() throws Exception {
        var client = connect();
        client.request(
                "POST /hello.txt HTTP/1.1",
                "Host: localhost",
                "Content-Length: 1000",
                "Expect: 100-continue");
        var response = client.read();
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Connection")).isEqualTo("close");
        client.expectEnd();
    }

    @Test
    void anExpectationWithoutABodyChangesNothing() throws Exception {
        var client = connect();
        assertThat(client.get("/hello.txt", "Expect: 100-continue").text())
                .isEqualTo(Site.GREETING);
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    /// RFC 9110 §10.1.1.
    @Test
    void http10KnowsNoExpectations() throws Exception {
        var client = connect();
        client.send(
                "POST / HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 5\r\n"
                        + "Expect: 100-continue\r\n\r\nhello");
        assertThat(client.read().header("Connection")).isEqualTo("keep-alive");
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    @Test
    void anUnknownExpectationIsRefused() throws Exception {
        expectRefusal(
                417,
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: a-miracle\r\n\r\nhello");
    }
}
