package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Requests, right and wrong, cut at random: the parser never throws, and understands the pieces as it
/// understands the whole.
class RequestParserRandomTest {
    private static final long SEED = 20180401;
    private static final int ROUNDS = 20_000;
    private static final Limits ROOMY = new Limits(4096, 16384, 100, 1_000_000);
    private static final Limits TIGHT = new Limits(32, 100, 5, 10);

    private static final List<String> LINES =
            List.of(
                    "GET / HTTP/1.1\r\n",
                    "GET /a%20b/../c?d=e HTTP/1.1\r\n",
                    "HEAD /docs/ HTTP/1.0\r\n",
                    "POST /form HTTP/1.1\r\n",
                    "Host: localhost\r\n",
                    "Connection: close\r\n",
                    "Content-Length: 5\r\n",
                    "Content-Length: 0\r\n",
                    "Transfer-Encoding: chunked\r\n",
                    "Expect: 100-continue\r\n",
                    "X: y\r\n",
                    "\r\n",
                    "\r\n",
                    "hello",
                    "5\r\nhello\r\n",
                    "a;x=y\r\n0123456789\r\n",
                    "0\r\n\r\n");

    private final Random random = new Random(SEED);

    @Test
    void piecesAreUnderstoodAsTheWhole() {
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = damaged(request());
            assertThat(Transcript.of(ROOMY, bytes, cuts(bytes.length)))
                    .as("round %d", round)
                    .isEqualTo(Transcript.of(ROOMY, bytes));
        }
    }

    /// What is wrong in two ways may be refused for either.
    @Test
    void limitsLetTheSameRequestsThrough() {
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = damaged(request());
            var pieces = Transcript.of(TIGHT, bytes, cuts(bytes.length));
            assertThat(Transcript.requests(pieces))
                    .as("round %d", round)
                    .isEqualTo(Transcript.requests(Transcript.of(TIGHT, bytes)));
        }
    }

    @Test
    void noiseIsRefusedOrWaitsForItsEnd() {
        for (int round = 0; round < ROUNDS; round++) {
            var noise = new byte[random.nextInt(1, 300)];
            random.nextBytes(noise);
            assertThat(Transcript.of(ROOMY, noise, cuts(noise.length)))
                    .as("round %d", round)
                    .allMatch(line -> line.equals("…") || line.startsWith("400 "));
        }
    }

    private byte[] request() {
        var text = new StringBuilder("GET / HTTP/1.1\r\nHost: a\r\n");
        for (int lines = random.nextInt(20); lines > 0; lines--) {
            text.append(LINES.get(random.nextInt(LINES.size())));
        }
        return Transcript.bytes(text.toString());
    }

    private byte[] damaged(byte[] bytes) {
        for (int wrong = random.nextInt(3); wrong > 0; wrong--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private int[] cuts(int length) {
        return random.ints(random.nextInt(6), 0, length + 1).sorted().toArray();
    }
}
