package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether a connection outlives its response (RFC 9112 §9.3).
abstract class PersistenceTopic extends Topic {
    PersistenceTopic(HttpContract step) {
        super(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: nothing about it",
                "Connection: keep-alive",
                "Connection:",
                "Connection: closed",
                "Connection: not-close",
                "Connection: Upgrade, HTTP2-Settings",
                "Connection: ,,keep-alive,",
                "Keep-Alive: timeout=1, max=1"
            })
    void http11StaysOpenInSilence(String header) throws Exception {
        var client = connect();
        client.request("GET /hello.txt HTTP/1.1", "Host: localhost", header);
        assertThat(client.read().has("Connection")).isFalse();
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: keep-alive",
                "Connection: Keep-Alive",
                "connection: x, KEEP-ALIVE ,y"
            })
    void http10StaysOpenIfAskedAndSaysSo(String header) throws Exception {
        var client = connect();
        client.request("GET /hello.txt HTTP/1.0", header);
        assertThat(client.read().header("Connection")).isEqualTo("keep-alive");
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HTTP/1.1 | Connection: close
                    HTTP/1.1 | connection:CLOSE
                    HTTP/1.1 | Connection: keep-alive, close
                    HTTP/1.1 | Connection: x,close ,y
                    HTTP/1.0 | X: nothing about it
                    HTTP/1.0 | Connection: close
                    HTTP/1.0 | Connection: keep-alive, close
                    HTTP/1.0 | Connection: keep-alives
                    HTTP/1.0 | Keep-Alive: timeout=5
                    """)
    void otherwiseItIsClosedAndSaidSo(String version, String header) throws Exception {
        var client = connect();
        client.request("GET /hello.txt " + version, "Host: localhost", header);
        var response = client.read();
        assertThat(response.text()).isEqualTo(Site.GREETING);
        assertThat(response.header("Connection")).isEqualTo("close");
        client.expectEnd();
    }

    @Test
    void severalConnectionHeadersAreOneList() throws Exception {
        var client = connect();
        client.request(
                "GET /hello.txt HTTP/1.1",
                "Host: a",
                "Connection: keep-alive",
                "Connection: close");
        assertThat(client.read().header("Connection")).isEqualTo("close");
        client.expectEnd();
    }

    @Test
    void aConnectionServesAnyNumberOfRequests() throws Exception {
        var client = connect();
        for (int i = 0; i < 1_000; i++) {
            assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
        }
    }

    @Test
    void answersThatAreNotTheFileKeepTheConnectionToo() throws Exception {
        var client = connect();
        assertThat(client.get("/nothing").status()).isEqualTo(404);
        assertThat(client.get("/docs").status()).isEqualTo(301);
        assertThat(client.get("/docs/empty/").status()).isEqualTo(403);
        assertThat(client.get("/hello.txt").status()).isEqualTo(200);
    }
}
