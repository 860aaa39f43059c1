package eventloop.lab.workbench.speed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One request, word for word as wrk is going to make it, so that one knows what wrk gets for an answer: wrk
/// itself counts every 2xx and 3xx as right.
record Question(URI page, List<String> headers) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String END_OF_LINE = "\r\n";
    private static final String VALIDATOR = "etag:";

    /// @param head its lines
    record Reply(List<String> head) {
        /// The second word of the first line.
        int status() throws IOException {
            var words = head.getFirst().split(" ");
            if (words.length < 2 || !words[1].matches("\\d{3}")) {
                throw new IOException("not an answer: " + head.getFirst());
            }
            return Integer.parseInt(words[1]);
        }

        Optional<String> validator() {
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(VALIDATOR))
                    .map(line -> line.substring(VALIDATOR.length()).strip())
                    .findFirst();
        }
    }

    /// The head of the answer.
    Reply ask() throws IOException {
        try (var socket = new Socket(page.getHost(), page.getPort())) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write(text().getBytes(StandardCharsets.ISO_8859_1));
            return new Reply(head(new BufferedInputStream(socket.getInputStream())));
        }
    }

    private String text() {
        var lines =
                Stream.concat(
                        Stream.of(
                                "GET %s HTTP/1.1".formatted(page.getPath()),
                                "Host: " + page.getAuthority()),
                        headers.stream());
        return String.join(END_OF_LINE, lines.toList()) + END_OF_LINE + END_OF_LINE;
    }

    /// The lines up to the empty one.
    private static List<String> head(InputStream in) throws IOException {
        try {
            return Stream.generate(() -> line(in)).takeWhile(line -> !line.isEmpty()).toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static String line(InputStream in) {
        var line = new StringBuilder();
        try {
            for (int letter = in.read(); letter != '\n'; letter = in.read()) {
                if (letter < 0) {
                    throw new IOException("the answer ends within its head");
                }
                line.append((char) letter);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return line.toString().strip();
    }
}
