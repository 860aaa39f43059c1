package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Request lines and headers, however the network cuts them (RFC 9112 §2 to §5).
abstract class MessageTopic extends Topic {
    private static final String TWO_REQUESTS =
            """
            POST /hello.txt HTTP/1.1\r
            Host: localhost\r
            Transfer-Encoding: chunked\r
            \r
            5;name=value\r
            first\r
            0\r
            Trailer: x\r
            \r
            GET /hello.txt HTTP/1.1\r
            Host: localhost\r
            \r
            """;

    MessageTopic(HttpContract step) {
        super(step);
    }

    @Test
    void aRequestMayBeCutAnywhere() throws Exception {
        var other = connect();
        for (int cut = 1; cut < TWO_REQUESTS.length(); cut++) {
            try (var client = RawClient.to(server().address())) {
                client.send(TWO_REQUESTS.substring(0, cut));
                other.get("/hello.txt"); // By now a loop has seen the first piece.
                client.send(TWO_REQUESTS.substring(cut));
                assertThat(client.read().status()).as("cut at %d", cut).isEqualTo(405);
                assertThat(client.read().text()).as("cut at %d", cut).isEqualTo(Site.GREETING);
            }
        }
    }

    @Test
    void aRequestMayComeByteByByte() throws Exception {
        var client = connect();
        for (char one : TWO_REQUESTS.toCharArray()) {
            client.send(String.valueOf(one));
        }
        assertThat(client.read().status()).isEqualTo(405);
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
    }

    @Test
    void anEmptyLineBeforeARequestIsSkipped() throws Exception {
        var client = connect();
        client.send("\r\nGET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
        client.send("\r\nGET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "localhost:8080",
                "example.com:",
                "127.0.0.1:80",
                "[::1]:8080",
                "xn--bj0bj06e.kr",
                "a%20b"
            })
    void anyHostNameIsThisServer(String host) throws Exception {
        var client = connect();
        client.request("GET /hello.txt HTTP/1.1", "Host: " + host);
        assertThat(client.read().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: y",
                "Host: a\r\nHost: a",
                "Host: a\r\nhOsT: b",
                "Host: user@localhost",
                "Host: local host",
                "Host: localhost/path",
                "Host: \u00e4",
                "Host: a:b",
                "Host: a:-1",
                "Host: a:80:90",
                "Host: a:65536",
                "Host: http:a",
                "Host: a%4",
                "Host: a^b",
                "Host: ::1",
                "Host: [::1",
                "Host: []",
                "Host: [hello]",
                "Host: [1:2:3:4:5:6:7]",
                "Host: [1:2:3:4:5:6:7:8:9]",
                "Host: [1::2::3]",
                "Host: [::1]x",
            })
    void http11NeedsExactlyOneHost(String headers) throws Exception {
        expectRefusal(400, "GET /hello.txt HTTP/1.1\r\n" + headers + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:///hello.txt",
                "http://:80/hello.txt",
                "http://a:b/hello.txt",
                "http://a:80:90/hello.txt",
                "http://a^b/hello.txt",
                "http://\u00e4/hello.txt",
                "http://user@a/hello.txt",
                "http://user:word@a/hello.txt",
                "http://[::1/hello.txt",
                "ftp://a/hello.txt",
                "hello.txt",
                "*"
            })
    void aTargetIsAPathOrAnHttpUrlWithAHost(String target) throws Exception {
        expectRefusal(400, "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
        expectRefusal(400, "POST " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    /// Only who holds the certificate of the host may answer for such a URL (RFC 9110 §7.4). The rest of it is not
    /// waited for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://a/hello.txt HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST HTTPS://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET https://localhost/hello.txt HTTP"
            })
    void aUrlForHttpsIsMisdirected(String request) throws Exception {
        expectRefusal(421, request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a/", "HTTP://[::1]:80/", "http://a%20b:/"})
    void theHostOfATargetIsThisServerToo(String host) throws Exception {
        assertThat(get(host + "hello.txt").text()).isEqualTo(Site.GREETING);
    }

    /// What can never become a request is not waited for: the time for a request to arrive is many seconds here.
    @ParameterizedTest
    @ValueSource(
            strings = {
                // What a browser sends that was told https:
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                "\u0000",
                "{\"hello\"",
                "\n",
                "GET /hello.txt\r\n", // HTTP/0.9
                "GET /hello.txt world",
                "GET /hello.txt HTTP/1.1\nHost",
                "GET hello.txt HTTP",
                "HELO localhost\r\n", // SMTP
                "SSH-2.0-OpenSSH_9.2\r\n",
                "GET /hello.txt HTTP/1.1\r\n Host",
                "GET /hello.txt HTTP/1.1\r\nHost localhost",
                "GET /hello.txt HTTP/1.1\r\nHost: a:b\r\n",
                "GET /hello.txt HTTP/1.1\r\nHost: a\r\nHost: a\r\n",
                "GET /hello.txt HTTP/1.1\r\nHost: \u0000"
            })
    void whatCanNeverBecomeARequestIsRefusedAtOnce(String beginning) throws Exception {
        expectRefusal(400, beginning);
        var byPieces = connect();
        byPieces.send(beginning.substring(0, beginning.length() / 2));
        expectServerIsFine(); // By now a loop has seen the first piece.
        byPieces.send(beginning.substring(beginning.length() / 2));
        expectRefusal(400, byPieces);
    }

    @Test
    void aHostInTheTargetDoesNotReplaceTheHeader() throws Exception {
        expectRefusal(400, "GET http://localhost/hello.txt HTTP/1.1\r\n\r\n");
    }

    @Test
    void http10NeedsNoHost() throws Exception {
        var client = connect();
        client.request("GET /hello.txt HTTP/1.0");
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X:y",
                "X: ",
                "X:\t y \t",
                "X: a\tb",
                "X: caf\u00e9 \u00ff",
                "!#$%&'*+-.^_`|~09azAZ: y",
                "Accept: text/html\r\nAccept: */*",
                "Content-Length: 0",
                "Content-Length: 000"
            })
    void wellFormedHeadersAreNoReasonToRefuse(String header) throws Exception {
        assertThat(connect().get("/hello.txt", header).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "GET /hello.txt",
                "GET  /hello.txt HTTP/1.1",
                "GET /hello.txt  HTTP/1.1",
                "GET /hello.txt HTTP/1.1 ",
                " GET /hello.txt HTTP/1.1",
                "GET\t/hello.txt HTTP/1.1",
                "GET /hello.txt\tHTTP/1.1",
                "GET /a b.txt HTTP/1.1",
                "G@T /hello.txt HTTP/1.1",
                "GET /hello.txt http/1.1",
                "GET /hello.txt HTTP/11",
                "GET /hello.txt HTTP/1.10",
                "GET /hello.txt HTTP/1,1",
                "GET /hello.txt HTTP/1.x",
                "GET /hello.txt HTTPS/1.1",
                "GET /hel\u0000lo.txt HTTP/1.1",
                "GET /hel\u007flo.txt HTTP/1.1",
                "\u0016\u0003\u0001\u0002",
            })
    void aRequestLineIsMethodTargetAndVersion(String line) throws Exception {
        expectRefusal(400, line + "\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/0.9", "HTTP/2.0", "HTTP/3.0"})
    void otherVersionsOfHttpAreNotSpoken(String version) throws Exception {
        expectRefusal(505, "GET /hello.txt " + version + "\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void aNewerMinorVersionIsAnsweredAsHttp11() throws Exception {
        var client = connect();
        client.request("GET /hello.txt HTTP/1.7", "Host: localhost");
        var response = client.read();
        assertThat(response.version()).isEqualTo("HTTP/1.1");
        assertThat(response.status()).isEqualTo(200);
        assertThat(client.get("/hello.txt").status()).isEqualTo(200);
    }
}
