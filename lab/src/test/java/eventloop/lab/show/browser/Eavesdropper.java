package eventloop.lab.show.browser;

import eventloop.lab.measure.server.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/// Stands between a browser and a server, passes on what each says, and remembers what was asked on which connection:
/// of connections on which it asks nothing, the browser itself does not tell.
final class Eavesdropper implements AutoCloseable {
    private static final Pattern REQUEST = Pattern.compile("(?m)^(?:GET|HEAD) (\\S+) HTTP/1\\.1$");

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Overheard> connections = new CopyOnWriteArrayList<>();
    private final URI server;

    /// One connection.
    record Overheard(ByteArrayOutputStream saidByTheBrowser, AtomicBoolean over) {
        List<String> targets() {
            return REQUEST.matcher(saidByTheBrowser.toString(StandardCharsets.ISO_8859_1))
                    .results()
                    .map(request -> request.group(1))
                    .toList();
        }

        boolean isSilent() {
            return targets().isEmpty();
        }

        /// Whether one of the two has ended it.
        boolean isOver() {
            return over.get();
        }
    }

    Eavesdropper(RunningServer server) throws IOException {
        this.server = server.address();
        Thread.ofVirtual().start(this::letIn);
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(door.getLocalPort()));
    }

    /// The targets that were asked for, a list for each connection in the order in which they were opened.
    List<List<String>> asked() {
        return connections.stream().map(Overheard::targets).toList();
    }

    /// Those on which nothing has been asked until now; the server may have ended some of them already.
    List<Overheard> silentOnes() {
        return connections.stream().filter(Overheard::isSilent).toList();
    }

    private void letIn() {
        try {
            while (true) {
                var browser = door.accept();
                var further = new Socket(server.getHost(), server.getPort());
                var connection = new Overheard(new ByteArrayOutputStream(), new AtomicBoolean());
                connections.add(connection);
                Thread.ofVirtual().start(() -> passOn(browser, further, connection));
                Thread.ofVirtual().start(() -> passBack(further, browser, connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void passOn(Socket browser, Socket server, Overheard connection) {
        pass(browser, server, connection.saidByTheBrowser());
        connection.over().set(true);
    }

    private static void passBack(Socket server, Socket browser, Overheard connection) {
        pass(server, browser, OutputStream.nullOutputStream());
        connection.over().set(true);
    }

    private static void pass(Socket from, Socket to, OutputStream copy) {
        try (from;
                to) {
            var some = new byte[1 << 16];
            for (int n = from.getInputStream().read(some);
                    n > 0;
                    n = from.getInputStream().read(some)) {
                copy.write(some, 0, n);
                to.getOutputStream().write(some, 0, n);
            }
        } catch (IOException gone) {
            // One of the two has left; the other is told by the end of its connection.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
