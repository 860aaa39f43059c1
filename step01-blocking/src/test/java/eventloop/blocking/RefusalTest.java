package eventloop.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.http.ErrorPage;
import eventloop.http.Outgoing;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private final Watchdog watchdog = Watchdog.start();

    /// What its client has sent meanwhile would have the connection reset, and perhaps before it has the answer.
    @Test
    void isNotClosedAtOnceThoughTheServerEnds() throws Exception {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var listening = ServerSocketChannel.open().bind(anyPort);
                var client = RawClient.to((InetSocketAddress) listening.getLocalAddress());
                var accepted = listening.accept()) {
            long begin = System.nanoTime();
            Refusal.send(accepted, ErrorPage.unavailable("full"), new Outgoing(8192), watchdog);
            watchdog.drain(Duration.ofSeconds(20));

            assertThat(System.nanoTime() - begin)
                    .isGreaterThanOrEqualTo(TimedSocket.MOMENT.toNanos());
            assertThat(accepted.isOpen()).isFalse();
            assertThat(client.read().status()).isEqualTo(503);
            client.expectEnd();
        }
    }
}
