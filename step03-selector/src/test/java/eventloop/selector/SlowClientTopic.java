package eventloop.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Clients who read slowly, or not at all, keep neither the loop nor its memory.
abstract class SlowClientTopic extends LoopTopic {
    /// More than the kernel's buffers take on either side.
    private static final int FAR_TOO_MUCH = 64 << 20;

    SlowClientTopic(LoopContract step) {
        super(step);
    }

    @Test
    void clientsThatDoNotReadHoldNobodyUp() throws Exception {
        var slow = new ArrayList<RawClient>();
        for (int i = 0; i < 20; i++) {
            slow.add(beginBigAnswer());
        }
        var quick = connect();
        for (int i = 0; i < 100; i++) {
            assertThat(quick.get("/hello").text()).isEqualTo(GREETING);
        }
        for (var client : slow.subList(0, 2)) {
            assertThat(Arrays.equals(client.readBytes(BIG.length), BIG)).isTrue();
            assertThat(client.get("/hello").text()).isEqualTo(GREETING);
        }
    }

    @Test
    void whatAClientSendsThatNeverReadsStaysInItsOwnSocket() throws Exception {
        var requests = "GET /big HTTP/1.1\r\nHost: a\r\n\r\n".repeat(10_000);
        try (var client = SocketChannel.open(server().address())) {
            client.configureBlocking(false);
            var sender = new Sender(client, requests.getBytes(StandardCharsets.US_ASCII));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .during(Duration.ofMillis(500))
                    .until(() -> sender.send() == 0);
            assertThat(sender.total()).isLessThan(FAR_TOO_MUCH);
            assertThat(connect().get("/hello").text()).isEqualTo(GREETING);
        }
    }

    /// Sends the same bytes again and again, for as long as somebody takes them.
    private static final class Sender {
        private final SocketChannel channel;
        private final ByteBuffer bytes;
        private long total;

        Sender(SocketChannel channel, byte[] bytes) {
            this.channel = channel;
            this.bytes = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        }

        /// @return how many bytes there was room for now
        long send() throws IOException {
            long before = total;
            long written = 1;
            while (written > 0 && total < FAR_TOO_MUCH) {
                written = channel.write(bytes.hasRemaining() ? bytes : bytes.rewind());
                total += written;
            }
            return total - before;
        }

        long total() {
            return total;
        }
    }
}
