package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Requests sent without waiting for answers are answered in their order (RFC 9112 §9.3.2).
abstract class PipeliningTopic extends Topic {
    private static final String HELLO = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n";

    PipeliningTopic(HttpContract step) {
        super(step);
    }

    @Test
    void differentAnswersComeInTheOrderOfTheirRequests() throws Exception {
        var client = connect();
        client.send(
                """
                GET /size-1048577.bin HTTP/1.1\r
                Host: a\r
                \r
                POST /hello.txt HTTP/1.1\r
                Host: a\r
                Content-Length: 5\r
                \r
                GET /GET /nothing HTTP/1.1\r
                Host: a\r
                \r
                HEAD /size-1048576.bin HTTP/1.1\r
                Host: a\r
                \r
                BREW /coffee HTTP/1.1\r
                Host: a\r
                \r
                GET /docs HTTP/1.1\r
                Host: a\r
                \r
                GET /hello.txt HTTP/1.1\r
                Host: a\r
                \r
                """);
        assertThat(client.read().body()).isEqualTo(Site.content(1048577));
        assertThat(client.read().status()).isEqualTo(405);
        assertThat(client.read().status()).isEqualTo(404);
        assertThat(client.readHead().contentLength()).isEqualTo(1048576);
        assertThat(client.read().status()).isEqualTo(501);
        assertThat(client.read().status()).isEqualTo(301);
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
    }

    @Test
    void aThousandRequestsInOneBurstAreAllAnswered() throws Exception {
        var client = connect();
        client.send(HELLO.repeat(1_000));
        for (int i = 0; i < 1_000; i++) {
            assertThat(client.read().text()).isEqualTo(Site.GREETING);
        }
    }

    @Test
    void aClientMaySendMoreThanAllBuffersHoldBeforeItReads() throws Exception {
        int size = 8 * Site.KIB;
        var request =
                "GET %s HTTP/1.1\r\nHost: a\r\nCookie: %s\r\n\r\n"
                        .formatted(Site.fileOfSize(size), "x".repeat(2_000));
        var client = connectWithLittleRoom();
        var sending =
                CompletableFuture.runAsync(
                        () -> sendAll(client, request.repeat(1_000)), Thread::startVirtualThread);
        for (int i = 0; i < 1_000; i++) {
            assertThat(client.read().body()).isEqualTo(Site.content(size));
        }
        sending.get(10, TimeUnit.SECONDS);
    }

    private static void sendAll(RawClient client, String text) {
        try {
            client.send(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void nothingBehindAClosingRequestIsAnswered() throws Exception {
        var client = connect();
        var closing = HELLO.replace("Host: a", "Host: a\r\nConnection: close");
        client.send(HELLO + closing + HELLO);
        assertThat(client.read().header("Connection")).isEmpty();
        assertThat(client.read().header("Connection")).isEqualTo("close");
        client.expectEnd();
    }

    @Test
    void requestsBeforeABadOneAreAnsweredFirst() throws Exception {
        var client = connect();
        client.send(HELLO + HELLO + "BAD\r\n\r\n" + HELLO);
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
        expectRefusal(400, client);
    }

    @Test
    void aRequestCutInTwoMayFollowWholeOnes() throws Exception {
        var client = connect();
        client.send(HELLO + HELLO + HELLO.substring(0, 10));
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
        client.send(HELLO.substring(10));
        assertThat(client.read().text()).isEqualTo(Site.GREETING);
    }
}
