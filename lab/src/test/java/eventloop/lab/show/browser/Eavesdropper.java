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
import java.util.regex.Pattern;

/// Stands between a browser and a server, passes on what each says, and remembers what was asked on which connection:
/// of connections on which it asks nothing, the browser itself does not tell.
final class Eavesdropper implements AutoCloseable {
    private static final Pattern REQUEST = Pattern.compile("(?m)^(?:GET|HEAD) (\\S+) HTTP/1\\.1$");

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<ByteArrayOutputStream> saidByTheBrowser = new CopyOnWriteArrayList<>();
    private final URI server;

    Eavesdropper(RunningServer server) throws IOException {
        this.server = server.address();
        Thread.ofVirtual().start(this::letIn);
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(door.getLocalPort()));
    }

    /// The targets that were asked for, a list for each connection in the order in which they were opened.
    List<List<String>> asked() {
        return saidByTheBrowser.stream().map(Eavesdropper::targets).toList();
    }

    private static List<String> targets(ByteArrayOutputStream said) {
        return REQUEST.matcher(said.toString(StandardCharsets.ISO_8859_1))
                .results()
                .map(request -> request.group(1))
                .toList();
    }

    private void letIn() {
        try {
            while (true) {
                var browser = door.accept();
                var further = new Socket(server.getHost(), server.getPort());
                var said = new ByteArrayOutputStream();
                saidByTheBrowser.add(said);
                Thread.ofVirtual().start(() -> pass(browser, further, said));
                Thread.ofVirtual()
                        .start(() -> pass(further, browser, OutputStream.nullOutputStream()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
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
