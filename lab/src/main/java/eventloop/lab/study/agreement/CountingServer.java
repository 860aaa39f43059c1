package eventloop.lab.study.agreement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A yardstick for programs that load servers: every answer takes the same time, and is counted. A virtual thread for
/// each connection. Any thread.
final class CountingServer implements AutoCloseable {
    private static final int BACKLOG = 1000;

    private final ServerSocket listening;
    private final Duration time;
    private final byte[] response;
    private final AtomicLong answered = new AtomicLong();

    private CountingServer(ServerSocket listening, Duration time, byte[] body) {
        this.listening = listening;
        this.time = time;
        var head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(body.length);
        response =
                (head + new String(body, StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Listens at a free port of the loopback.
    ///
    /// @param time that each answer takes
    /// @param body of each answer, whatever is asked for
    static CountingServer start(Duration time, byte[] body) throws IOException {
        var listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        var server = new CountingServer(listening, time, body);
        Thread.ofVirtual().name("counting server").start(server::accept);
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(listening.getLocalPort()));
    }

    /// How many answers it has written until now.
    long answered() {
        return answered.get();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // Its time is over.
        }
    }

    /// A request of a load is a head without a body: it ends with an empty line.
    private void serve(Socket socket) {
        try (socket;
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setTcpNoDelay(true);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    Thread.sleep(time);
                    socket.getOutputStream().write(response);
                    answered.incrementAndGet();
                }
            }
        } catch (IOException | InterruptedException gone) {
            // The load has ended.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
