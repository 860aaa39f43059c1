package eventloop.lab.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A server for tests that does as it is told with every request, right or wrong.
final class TinyServer implements AutoCloseable {
    /// What is done with a request.
    @FunctionalInterface
    interface Conduct {
        /// @return whether the connection stays open
        boolean answer(OutputStream out) throws IOException;
    }

    static final String BODY = "what was asked for";

    private final ServerSocket listening;
    private final Conduct conduct;
    private final AtomicInteger connections = new AtomicInteger();

    private TinyServer(ServerSocket listening, Conduct conduct) {
        this.listening = listening;
        this.conduct = conduct;
    }

    static TinyServer that(Conduct conduct) throws IOException {
        var listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        var server = new TinyServer(listening, conduct);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    static void respond(OutputStream out, int status, String field, String body)
            throws IOException {
        var head =
                "HTTP/1.1 %d Whatever\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(status, field, body.length());
        out.write((head + body).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    static boolean right(OutputStream out) throws IOException {
        respond(out, 200, "", BODY);
        return true;
    }

    /// Right, and the connection is closed behind it.
    static boolean rightOnce(OutputStream out) throws IOException {
        respond(out, 200, "Connection: close\r\n", BODY);
        return false;
    }

    /// How many have been accepted.
    int connections() {
        return connections.get();
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
            do {
                for (var line = in.readLine(); !"".equals(line); line = in.readLine()) {
                    if (line == null) {
                        return;
                    }
                }
            } while (conduct.answer(socket.getOutputStream()));
        } catch (IOException gone) {
            // The client has had enough.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
