package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A client that sends exactly the bytes it is told to, good or bad, and reads exactly one response at a
/// time. No read lasts longer than [#PATIENCE].
public final class RawClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final InputStream input;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    public static RawClient to(InetSocketAddress server) throws IOException {
        return to(server, new Socket());
    }

    /// A client that has room for a few kilobytes only: what it does not read soon stops the server.
    public static RawClient withLittleRoom(InetSocketAddress server) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4 * 1024);
        return to(server, socket);
    }

    private static RawClient to(InetSocketAddress server, Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(server, (int) PATIENCE.toMillis());
        return new RawClient(socket);
    }

    /// Whether nobody is let in there any more. Who waited to be let in when the end came is reset.
    public static boolean isRefusedBy(InetSocketAddress server) throws IOException {
        try (var _ = to(server)) {
            return false;
        } catch (SocketException refusedOrReset) {
            return true;
        }
    }

    /// @param text each character is one byte (ISO 8859-1)
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /// Sends a request head: these lines and the empty one that ends it.
    public void request(String... lines) throws IOException {
        send(String.join("\r\n", lines) + "\r\n\r\n");
    }

    /// Asks for `target`, with more header lines if need be, and reads the answer.
    public RawResponse get(String target, String... headers) throws IOException {
        requestFor("GET", target, headers);
        return read();
    }

    public RawResponse head(String target, String... headers) throws IOException {
        requestFor("HEAD", target, headers);
        return readHead();
    }

    private void requestFor(String method, String target, String... headers) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(method + " " + target + " HTTP/1.1");
        lines.add("Host: localhost");
        lines.addAll(List.of(headers));
        request(lines.toArray(String[]::new));
    }

    /// Sends a byte. What is sent into a connection the server has closed comes back as a reset.
    ///
    /// @return whether that has come
    public boolean failsToSend() {
        try {
            send("x");
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /// Nothing more will be sent; the answer can still be read.
    public void finishSending() throws IOException {
        socket.shutdownOutput();
    }

    /// One response, to the last byte its `Content-Length` promises and not one further.
    public RawResponse read() throws IOException {
        var head = readHead();
        boolean hasNoBody = head.status() == 204 || head.status() == 304;
        if (hasNoBody) {
            return head;
        }
        assertThat(head.values("Content-Length")).as("Content-Length of\n%s", head).hasSize(1);
        var body = readBytes((int) head.contentLength());
        return new RawResponse(head.version(), head.status(), head.reason(), head.headers(), body);
    }

    /// One response to HEAD: it ends with its headers, whatever they promise. Also the beginning of any
    /// other response, whose body is left unread.
    public RawResponse readHead() throws IOException {
        var statusLine = readLine().split(" ", 3);
        assertThat(statusLine).as("status line").hasSize(3);
        var headers = new ArrayList<RawResponse.Header>();
        for (var line = readLine(); !line.isEmpty(); line = readLine()) {
            assertThat(line).as("header line").matches("[A-Za-z-]+: [ -~]*");
            var parts = line.split(": ", 2);
            headers.add(new RawResponse.Header(parts[0], parts[1]));
        }
        return new RawResponse(
                statusLine[0],
                Integer.parseInt(statusLine[1]),
                statusLine[2],
                headers,
                new byte[0]);
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        while (true) {
            int next = input.read();
            if (next < 0) {
                throw new EOFException("the connection ended within a head: '" + line + "'");
            }
            if (next == '\n') {
                assertThat(line).as("line of the head").endsWith("\r");
                return line.substring(0, line.length() - 1);
            }
            line.append((char) next);
        }
    }

    /// Exactly `count` bytes of a body.
    public byte[] readBytes(int count) throws IOException {
        var bytes = new byte[count];
        int received = input.readNBytes(bytes, 0, count);
        assertThat(received).as("bytes before the end of the connection").isEqualTo(count);
        return bytes;
    }

    /// Whatever still comes until the connection ends, in order or by a reset.
    public byte[] readToEnd() throws IOException {
        var received = new ByteArrayOutputStream();
        var buffer = new byte[64 * 1024];
        try {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                received.write(buffer, 0, count);
            }
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return received.toByteArray();
    }

    /// Expects that the server has nothing more to say and ends the connection in order, not by a reset.
    public void expectEnd() throws IOException {
        assertThat(input.read()).as("end of the connection").isEqualTo(-1);
    }

    /// Whether an answer has begun to arrive.
    public boolean hasInput() throws IOException {
        return input.available() > 0;
    }

    /// Whether the server's kernel has anything left of this connection, or of what was to be sent by it. Linux only.
    public boolean isKnownToServersKernel() throws IOException {
        var ends = ":%04X [0-9A-F]+:%04X ".formatted(socket.getPort(), socket.getLocalPort());
        var connection = Pattern.compile(ends).asPredicate();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.readAllLines(Path.of(table)).stream().anyMatch(connection)) {
                return true;
            }
        }
        return false;
    }

    /// Ends the connection by a reset, as a client does that crashes.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
