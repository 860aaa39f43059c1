package eventloop.lab.study.experiment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A server with a platform thread for each connection, in the test's own process, that answers as the test says.
public final class ThreadEachServer implements AutoCloseable {
    private final ServerSocket listener =
            new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Function<String, String> answers;

    /// @param answers what is sent for a path; nothing at all for an empty text
    public ThreadEachServer(Function<String, String> answers) throws IOException {
        this.answers = answers;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    public static String page(int status) {
        return "HTTP/1.1 %d x\r\nContent-Length: 0\r\n\r\n".formatted(status);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(port()));
    }

    private void accept() {
        try {
            while (true) {
                var connection = listener.accept();
                connections.add(connection);
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var requests = new Scanner(connection.getInputStream()).useDelimiter("\r\n\r\n")) {
            while (requests.hasNext()) {
                var path = requests.next().split(" ")[1];
                connection
                        .getOutputStream()
                        .write(answers.apply(path).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException gone) {
            // The client has what it wanted.
        }
    }

    /// Answers whoever is connected, asked or not, and hangs up.
    public void dismissAll(String answer) {
        for (var connection : connections) {
            try (connection) {
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException gone) {
                // Has left already, whether its thread has noticed or not.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}
