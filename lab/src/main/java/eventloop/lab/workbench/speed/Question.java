package eventloop.lab.workbench.speed;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// One request, word for word as wrk is going to make it, so that one knows what wrk gets for an answer: wrk
/// itself counts every 2xx and 3xx as right.
record Question(URI page, List<String> headers) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String END_OF_LINE = "\r\n";

    /// The head of the answer.
    Answer ask() throws IOException {
        try (var client = RawClient.to(page)) {
            client.waitAtMost(PATIENCE);
            client.send(text());
            return client.readHead();
        }
    }

    private String text() {
        var lines =
                Stream.concat(
                        Stream.of(
                                "GET %s HTTP/1.1".formatted(page.getRawPath()),
                                "Host: " + page.getAuthority()),
                        headers.stream());
        return String.join(END_OF_LINE, lines.toList()) + END_OF_LINE + END_OF_LINE;
    }
}
