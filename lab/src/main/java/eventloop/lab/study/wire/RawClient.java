package eventloop.lab.study.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A client that sends exactly what it is told to, and reads exactly one response at a time. No read waits
/// longer than [#PATIENCE] unless another time was said. It leaves by a reset, so that its port is free again at
/// once.
public final class RawClient implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Socket socket;
    private final InputStream input;
    private final AnswerReader answers;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
        this.answers = new AnswerReader(input);
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

    public Answer get(String target, String... headers) throws IOException {
        ask(target, headers);
        return read();
    }

    /// The answer, if no pause before it, or in it, is longer. If not, nothing more can be read.
    public Optional<Answer> getWithin(Duration time, String target, String... headers)
            throws IOException {
        try {
            ask(target, headers);
            return Optional.of(readWithin(time));
        } catch (SocketTimeoutException late) {
            return Optional.empty();
        }
    }

    /// One response, with a patience of its own for each read.
    ///
    /// @throws SocketTimeoutException if it does not come in time
    public Answer readWithin(Duration time) throws IOException {
        int usual = socket.getSoTimeout();
        waitAtMost(time);
        try {
            return read();
        } finally {
            socket.setSoTimeout(usual);
        }
    }

    /// From now on, no read waits longer.
    public void waitAtMost(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
    }

    /// Asks and does not wait for the answer.
    public void ask(String target, String... headers) throws IOException {
        send(request("GET", target, headers));
    }

    public static String request(String method, String target, String... headers) {
        var fields = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, target, fields);
    }

    /// @param text each character is one byte
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Says that nothing more will be sent, and goes on reading.
    public void endSending() throws IOException {
        socket.shutdownOutput();
    }

    /// One response, to its last byte and not one further.
    public Answer read() throws IOException {
        return answers.read();
    }

    /// The beginning of a response, or all of one that has no body.
    public Answer readHead() throws IOException {
        return answers.readHead();
    }

    /// Exactly so many bytes of a body.
    public byte[] readBytes(int count) throws IOException {
        return answers.readBytes(count);
    }

    /// Whether an answer has begun to arrive.
    public boolean hasInput() throws IOException {
        return input.available() > 0;
    }

    /// What comes first: a byte, the end of the connection, or that the time is over.
    public Next next(Duration time) throws IOException {
        int usual = socket.getSoTimeout();
        waitAtMost(time);
        input.mark(1);
        try {
            if (input.read() < 0) {
                return Next.END;
            }
            input.reset();
            return Next.BYTE;
        } catch (SocketTimeoutException silent) {
            return Next.SILENCE;
        } catch (SocketException reset) {
            return Next.END;
        } finally {
            socket.setSoTimeout(usual);
        }
    }

    /// Sends a byte now and then until something comes, or the time is over: a server whose time limit is for two bytes
    /// and not for the request never ends this.
    public Next trickle(Duration betweenBytes, Duration longest) throws IOException {
        long begun = System.nanoTime();
        var next = Next.SILENCE;
        while (next == Next.SILENCE && System.nanoTime() - begun < longest.toNanos()) {
            send("x");
            next = next(betweenBytes);
        }
        return next;
    }

    /// What a client sees next.
    public enum Next {
        BYTE,
        /// The server has closed the connection, or reset it.
        END,
        SILENCE
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
