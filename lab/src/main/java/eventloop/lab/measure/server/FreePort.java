package eventloop.lab.measure.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// For a server that has to be told where to listen.
public final class FreePort {
    private FreePort() {}

    /// Nobody listens there at this moment. Should another process take it before the server does, the server says so
    /// and ends.
    public static int choose() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
