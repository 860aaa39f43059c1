package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// GET and HEAD are served; other methods are told apart by whether they exist (RFC 9110 §9.1).
abstract class MethodTopic extends Topic {
    MethodTopic(HttpContract step) {
        super(step);
    }

    /// A file that has just been made gets its validators later: perhaps between HEAD and GET. This one was made after
    /// the others that are asked for here.
    @BeforeAll
    static void letTheFilesGrowOld() {
        Age.await(HttpContract.site().file("size-1048577.bin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hello.txt",
                "/size-0.bin",
                "/size-1048577.bin",
                "/nothing",
                "/docs",
                "/docs/empty/"
            })
    void headIsGetWithoutTheBody(String target) throws Exception {
        var client = connect();
        var head = client.head(target);
        var get = client.get(target);
        assertThat(head.status()).isEqualTo(get.status());
        assertThat(headersButTheDate(head)).isEqualTo(headersButTheDate(get));
    }

    private static List<RawResponse.Header> headersButTheDate(RawResponse response) {
        return response.headers().stream().filter(header -> !header.name().equals("Date")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        expectNotAllowed(method + " /hello.txt HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT localhost:443 HTTP/1.1", "POST /nothing HTTP/1.1"})
    void notAllowedIsSaidWhateverTheTargetIs(String requestLine) throws Exception {
        expectNotAllowed(requestLine);
    }

    private void expectNotAllowed(String requestLine) throws IOException {
        var client = connect();
        client.request(requestLine, "Host: localhost");
        var response = client.read();
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        expectErrorPage(response);
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    /// The first is how HAProxy asks whether a server is up.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS / HTTP/1.0",
                "OPTIONS * HTTP/1.1",
                "OPTIONS /hello.txt HTTP/1.1",
                "OPTIONS http://localhost/hello.txt HTTP/1.1"
            })
    void optionsSayWhatMayBeAsked(String requestLine) throws Exception {
        var client = connect();
        client.request(requestLine, "Host: localhost", "Connection: keep-alive");
        var response = client.read();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(response.contentLength()).isZero();
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BREW", "get", "Get", "GETS", "PROPFIND", "!#$%&'*+-.^_`|~"})
    void unknownMethodsAreNotImplemented(String method) throws Exception {
        var client = connect();
        client.request(method + " /hello.txt HTTP/1.1", "Host: localhost");
        var response = client.read();
        assertThat(response.status()).isEqualTo(501);
        expectErrorPage(response);
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    /// Not even a refusal has a body when the request was HEAD (RFC 9110 §9.3.2).
    @Test
    void aRefusedHeadHasNoBodyEither() throws Exception {
        var client = connect();
        client.request("HEAD /% HTTP/1.1", "Host: localhost");
        assertThat(client.readHead().status()).isEqualTo(400);
        client.expectEnd();
    }

    @ParameterizedTest
    @CsvSource({"414, /%s, y", "431, /, %s"})
    void aHeadThatIsTooLongHasNoneEither(int status, String target, String header)
            throws Exception {
        var client = connect();
        var far = "x".repeat(40_000);
        client.request(
                "HEAD " + target.formatted(far) + " HTTP/1.1",
                "Host: a",
                "X: " + header.formatted(far));
        assertThat(client.readHead().status()).isEqualTo(status);
        client.expectEnd();
    }

    @Test
    void aHeadRefusedForItsOwnBodyHasNoneEither() throws Exception {
        var client = connect();
        client.request("HEAD / HTTP/1.1", "Host: localhost", "Content-Length: x");
        assertThat(client.readHead().status()).isEqualTo(400);
        client.expectEnd();
    }

    @Test
    void aHundredHeadsInARowHaveNoBodiesBetweenThem() throws Exception {
        var client = connect();
        for (int i = 0; i < 100; i++) {
            assertThat(client.head("/hello.txt").contentLength()).isEqualTo(Site.GREETING.length());
        }
    }
}
