package eventloop.exercises.step01.lastpage;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.exercises.Why;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("1.3")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LastPageTest {
    private static final int PAGE = 128 * 1024;
    private static final int END_OF_PAGE = 16 * 1024;
    private static final int UPLOAD = 64 * 1024;

    /// Enough for a server that closes too early, and little of the right one's patience.
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    @Test
    @Order(1)
    @DisplayName("a client that has sent nothing gets the page")
    @Why("the easy case")
    void silent() throws Exception {
        assertThat(received(0)).isEqualTo(PAGE + " bytes, and their end");
    }

    @Test
    @Order(2)
    @DisplayName("a client that is still sending gets the whole page")
    @Why("it is the page that tells the client what was wrong")
    void sending() throws Exception {
        assertThat(received(UPLOAD)).isEqualTo(PAGE + " bytes, and their end");
    }

    @Test
    @Order(3)
    @DisplayName("a client that never stops sending is left in the end")
    @Why("or it holds the thread for ever")
    void endless() throws Exception {
        try (var listening = listening();
                var client = SocketChannel.open(listening.getLocalAddress())) {
            var server = serve(listening);
            var sender = Thread.ofVirtual().start(() -> sendForEver(client));
            server.join(LastPage.PATIENCE.multipliedBy(6));
            assertThat(server.isAlive() ? "it still reads" : "it has closed")
                    .isEqualTo("it has closed");
            client.close();
            sender.join();
        }
    }

    /// What of the page a client gets that first sends, takes its time for the end of the page, and
    /// meanwhile goes on sending. A server that has closed by then, or closes with something unread,
    /// has lost that end.
    private static String received(int upload) throws Exception {
        try (var listening = listening();
                var client = SocketChannel.open()) {
            client.setOption(StandardSocketOptions.SO_RCVBUF, 4 * 1024);
            client.connect(listening.getLocalAddress());
            client.write(ByteBuffer.allocate(upload));
            var server = serve(listening);
            server.join(A_MOMENT);
            int count = read(client, PAGE - END_OF_PAGE);
            boolean isReset = false;
            if (upload > 0) {
                // By now the server has had time for all that was there; and more comes.
                server.join(A_MOMENT);
                isReset = !sendOneMore(client);
                server.join(LastPage.PATIENCE.multipliedBy(2));
            }
            count += read(client, END_OF_PAGE);
            var received =
                    "%d bytes, and %s".formatted(count, isReset ? "a reset" : behindPage(client));
            client.close();
            server.join();
            return received;
        }
    }

    private static ServerSocketChannel listening() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
    }

    private static Thread serve(ServerSocketChannel listening) throws IOException {
        var channel = listening.accept();
        return Thread.ofPlatform()
                .start(() -> {
                    try {
                        LastPage.sendAndClose(channel, ByteBuffer.allocate(PAGE));
                    } catch (IOException clientIsGone) {
                        // The client counts what it has.
                    }
                });
    }

    /// @return fewer bytes than that many if they end before
    private static int read(SocketChannel client, int bytes) {
        var buffer = ByteBuffer.allocate(bytes);
        try {
            while (buffer.hasRemaining() && client.read(buffer) >= 0) {}
        } catch (IOException reset) {
            // What was not delivered is lost.
        }
        return buffer.position();
    }

    /// @return false if the connection is reset already: who learns it here does not learn it again
    ///     by reading
    private static boolean sendOneMore(SocketChannel client) {
        try {
            client.write(ByteBuffer.allocate(1));
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    private static String behindPage(SocketChannel client) throws IOException {
        client.socket().setSoTimeout((int) LastPage.PATIENCE.multipliedBy(6).toMillis());
        try {
            return client.socket().getInputStream().read() < 0 ? "their end" : "more";
        } catch (SocketTimeoutException none) {
            return "nothing more: the client waits for their end";
        } catch (IOException reset) {
            return "a reset";
        }
    }

    /// A little each time: who counts what comes, and not the time, waits for very long.
    private static void sendForEver(SocketChannel client) {
        try {
            while (true) {
                client.write(ByteBuffer.allocate(1));
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException closed) {
            // That is the end.
        }
    }
}
