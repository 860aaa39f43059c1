package eventloop.lab.measure.load;

import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A server for tests that does as it is told with every request, right or wrong, and knows who was there.
final class TinyServer implements AutoCloseable {
    /// What is done with a request.
    @FunctionalInterface
    interface Conduct {
        /// @return whether the connection stays open
        boolean answer(OutputStream out) throws IOException;
    }

    static final String BODY = "what was asked for";
    private static final int BACKLOG = 1000;

    /// So that not much is on the way which nobody has read yet.
    private static final int SEND_BUFFER = 16 << 10;

    private final ServerSocket listening;
    private final Conduct conduct;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Set<InetAddress> addresses = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger mostOnAConnection = new AtomicInteger();
    private volatile String lastRequest = "";

    private TinyServer(ServerSocket listening, Conduct conduct) {
        this.listening = listening;
        this.conduct = conduct;
    }

    static TinyServer that(Conduct conduct) throws IOException {
        var listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        var server = new TinyServer(listening, conduct);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /// What it is asked for by a load that compares: the page that it answers right with.
    static List<Page> pages(Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("page.html"), BODY);
        return List.of(new Page("/page.html", file.toString(), 1));
    }

    static void respond(OutputStream out, int status, String field, String body)
            throws IOException {
        var head =
                "HTTP/1.1 %d Whatever\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(status, field, body.length());
        out.write((head + body).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    static void head(OutputStream out, long length) throws IOException {
        out.write(
                "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"
                        .formatted(length)
                        .getBytes(StandardCharsets.US_ASCII));
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

    static void pause(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    int port() {
        return listening.getLocalPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// How many are connected now.
    int connections() {
        return connections.size();
    }

    /// How many connections there have been.
    int accepted() {
        return accepted.get();
    }

    /// Where they came from.
    Set<InetAddress> addresses() {
        return addresses;
    }

    /// The most requests that one client had on the way at one time.
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /// The most requests that came on one connection.
    int mostOnAConnection() {
        return mostOnAConnection.get();
    }

    String lastRequest() {
        return lastRequest;
    }

    /// Ends all connections.
    void hangUp() throws IOException {
        for (var socket : connections) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                accepted.incrementAndGet();
                addresses.add(socket.getInetAddress());
                connections.add(socket);
                socket.setSendBufferSize(SEND_BUFFER);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = socket.getInputStream();
            var bytes = new byte[16 << 10];
            var unread = "";
            int asked = 0;
            for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
                unread += new String(bytes, 0, length, StandardCharsets.US_ASCII);
                var requests = List.of(unread.split("\r\n\r\n", -1));
                unread = requests.getLast();
                mostAtOnce.accumulateAndGet(requests.size() - 1, Math::max);
                asked += requests.size() - 1;
                mostOnAConnection.accumulateAndGet(asked, Math::max);
                for (var request : requests.subList(0, requests.size() - 1)) {
                    lastRequest = request;
                    if (!conduct.answer(socket.getOutputStream())) {
                        return;
                    }
                }
            }
        } catch (IOException gone) {
            // The client has had enough.
        } finally {
            connections.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
