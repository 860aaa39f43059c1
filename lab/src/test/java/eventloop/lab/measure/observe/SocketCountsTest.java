package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SocketCountsTest {
    @Test
    void whatIsBeingClearedUpIsThereToo() {
        var counts =
                SocketCounts.parse(
                        """
                        sockets: used 519
                        TCP: inuse 19 orphan 3 tw 7 alloc 482 mem 35449
                        UDP: inuse 0 mem 0
                        """);

        assertThat(counts).isEqualTo(new SocketCounts(OptionalLong.of(482)));
    }

    @Test
    void nothingIsKnownOfAKernelThatDoesNotTell() {
        assertThat(SocketCounts.parse("").allocated()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void kernelCountsConnections() throws Exception {
        var clients = new ArrayList<Socket>();
        try (var server = new ServerSocket(0, 300, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 250; i++) {
                clients.add(new Socket(server.getInetAddress(), server.getLocalPort()));
            }
            // Both ends of each.
            assertThat(SocketCounts.now().allocated().orElseThrow()).isGreaterThan(500);
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }
}
