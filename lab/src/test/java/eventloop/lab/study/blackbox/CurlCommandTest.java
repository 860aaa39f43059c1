package eventloop.lab.study.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.wire.RawClient;
import java.net.URI;
import org.junit.jupiter.api.Test;

class CurlCommandTest {
    private static final URI SERVER = URI.create("http://127.0.0.1:8080/");

    @Test
    void whatCurlCanSendItSends() {
        assertThat(command(RawClient.request("GET", "/a.html", "Range: bytes=0-9")))
                .isEqualTo("curl -i -H 'Range: bytes=0-9' http://127.0.0.1:8080/a.html");
        assertThat(command(RawClient.request("HEAD", "/../a")))
                .isEqualTo("curl -i --head --path-as-is http://127.0.0.1:8080/../a");
        assertThat(command(RawClient.request("GET", "/%2E./a")))
                .isEqualTo("curl -i --path-as-is http://127.0.0.1:8080/%2E./a");
        assertThat(command("GET / HTTP/1.1\r\n\r\n"))
                .isEqualTo("curl -i -H Host: http://127.0.0.1:8080/");
        assertThat(command(RawClient.request("GET", "/a.html?b=c&d")))
                .isEqualTo("curl -i 'http://127.0.0.1:8080/a.html?b=c&d'");
        assertThat(command("BREW / HTTP/1.0\r\nHost: localhost\r\n\r\n"))
                .isEqualTo("curl -i -X BREW --http1.0 http://127.0.0.1:8080/");
    }

    @Test
    void whatItCannotGoesAsBytes() {
        assertThat(command("GET / HTTP/1.1\r\nHost: 50%"))
                .isEqualTo(
                        "(printf 'GET / HTTP/1.1\\r\\nHost: 50%%'; sleep 2) | nc 127.0.0.1 8080");
    }

    private static String command(String request) {
        return CurlCommand.of(SERVER, request);
    }
}
