package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /a?b, /a?b",
        "GET, http://host, /",
        "GET, http://host/a, /a",
        "HEAD, HTTP://host:1/a/, /a/",
        "GET, http://host?q=1, /?q=1",
        "GET, http://host/a?http://b/, /a?http://b/",
        "GET, http://[::1]:80/a, /a",
        "POST, /a, /a",
        "OPTIONS, *, /",
        "OPTIONS, /a, /a",
        "CONNECT, localhost:443, /",
        "CONNECT, [::1]:443, /",
        "UNKNOWN, *, /",
        "UNKNOWN, whatever, /"
    })
    void aTargetLeadsToAPath(Method method, String target, String path) throws Exception {
        assertThat(path(method, target)).isEqualTo(UrlPath.parse(path));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, a",
        "GET, *",
        "GET, ?",
        "GET, #",
        "GET, host:80",
        "GET, ://h",
        "GET, http:",
        "GET, http:/",
        "GET, http:a",
        "GET, http://",
        "GET, http:///a",
        "GET, http://:80/a",
        "GET, http://?a",
        "GET, http://#a",
        "GET, http://a#b",
        "GET, http://a:b/",
        "GET, http://a:80:90/",
        "GET, http://a^b/",
        "GET, http://\u00e4/",
        "GET, http://user@a/",
        "GET, http://user:word@a/",
        "GET, http://[::1/",
        "GET, http://a%4/",
        "GET, http://a/..",
        "GET, httpx://h/",
        "GET, ftp://h/a",
        "GET, file:///a",
        "POST, *",
        "PUT, a",
        "DELETE, http://:80/",
        "PATCH, /..",
        "OPTIONS, **",
        "OPTIONS, a",
        "CONNECT, :443",
        "CONNECT, a",
        "CONNECT, a:",
        "CONNECT, a1",
        "CONNECT, a:b",
        "CONNECT, [::1]",
        "CONNECT, [::1",
        "CONNECT, /a",
        "CONNECT, a b",
        "CONNECT, user@a:443"
    })
    void whatLeadsNowhereIsRefused(Method method, String target) {
        expectRefusal(Status.BAD_REQUEST, method, target);
    }

    @ParameterizedTest
    @CsvSource({"GET, https://a/", "HEAD, HTTPS://a/", "OPTIONS, https://a"})
    void aUrlForHttpsIsMisdirected(Method method, String target) {
        expectRefusal(Status.MISDIRECTED_REQUEST, method, target);
    }

    private static void expectRefusal(Status status, Method method, String target) {
        assertThatExceptionOfType(RefusedRequest.class)
                .isThrownBy(() -> path(method, target))
                .satisfies(thrown -> assertThat(thrown.refused().status()).isEqualTo(status));
    }

    private static UrlPath path(Method method, String target) throws RefusedRequest {
        var bytes = ByteBuffer.wrap(Transcript.bytes("x" + target + "y"));
        return RequestTarget.path(method, bytes, 1, 1 + target.length());
    }
}
