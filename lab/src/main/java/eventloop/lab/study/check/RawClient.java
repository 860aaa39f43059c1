package eventloop.lab.study.check;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;

/// A client that sends exactly what it is told to, and reads exactly one response at a time. No read lasts
/// longer than [#PATIENCE]. It leaves by a reset, so that its port is free again at once.
public final class RawClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Socket socket;
    private final InputStream input;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    public static RawClient to(URI server) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoLinger(true, 0);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(
                new InetSocketAddress(server.getHost(), server.getPort()),
                (int) PATIENCE.toMillis());
        return new RawClient(socket);
    }

    Answer get(String target, String... headers) throws IOException {
        ask(target, headers);
        return read();
    }

    /// The answer, if all of it comes in time. If not, nothing more can be read.
    public Optional<Answer> getWithin(Duration time, String target) throws IOException {
        try {
            ask(target);
            return Optional.of(readWithin(time));
        } catch (SocketTimeoutException late) {
            return Optional.empty();
        }
    }

    /// One response, with a patience of its own for each read.
    ///
    /// @throws SocketTimeoutException if it does not come in time
    public Answer readWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            return read();
        } finally {
            socket.setSoTimeout((int) PATIENCE.toMillis());
        }
    }

    /// Asks and does not wait for the answer.
    public void ask(String target, String... headers) throws IOException {
        send(request("GET", target, headers));
    }

    static String request(String method, String target, String... headers) {
        var fields = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, target, fields);
    }

    /// @param text each character is one byte
    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// One response, to the last byte its `Content-Length` promises and not one further.
    Answer read() throws IOException {
        var head = readHead();
        boolean hasNoBody = head.status() == 204 || head.status() == 304;
        return hasNoBody
                ? head
                : new Answer(
                        head.version(), head.status(), head.headers(), readBytes(length(head)));
    }

    private static int length(Answer head) throws IOException {
        var length = head.header("content-length").orElse("none");
        try {
            return Integer.parseInt(length);
        } catch (NumberFormatException malformed) {
            throw new IOException("the answer's Content-Length is " + length);
        }
    }

    /// The beginning of a response, or all of one that has no body.
    public Answer readHead() throws IOException {
        var statusLine = readLine();
        if (!statusLine.matches("HTTP/1\\.\\d \\d{3} .*")) {
            throw new IOException("this is no status line: " + statusLine);
        }
        var headers = new HashMap<String, String>();
        for (var line = readLine(); !line.isEmpty(); line = readLine()) {
            var parts = line.split(": *", 2);
            if (parts.length < 2) {
                throw new IOException("this is no header: " + line);
            }
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new Answer(
                statusLine.substring(0, 8),
                Integer.parseInt(statusLine.substring(9, 12)),
                headers,
                new byte[0]);
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        while (true) {
            int next = input.read();
            if (next < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (next == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) next);
        }
    }

    /// Exactly so many bytes of a body.
    byte[] readBytes(int count) throws IOException {
        var bytes = input.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the connection ended within an answer");
        }
        return bytes;
    }

    /// Whether an answer has begun to arrive.
    public boolean hasInput() throws IOException {
        return input.available() > 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
