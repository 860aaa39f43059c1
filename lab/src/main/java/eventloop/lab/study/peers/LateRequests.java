package eventloop.lab.study.peers;

import static eventloop.lab.study.peers.PeerSite.PAGE;

import eventloop.lab.study.wire.RawClient;
import eventloop.lab.study.wire.RawClient.Next;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// How long a server waits for somebody who lets it wait, as it is configured here. That it ends at all is what
/// matters: whoever waits for ever can be filled up with clients that say nothing.
final class LateRequests {
    static final Duration LONGEST_WAIT = Duration.ofSeconds(100);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(1);
    private static final String DUE = "408 or the end, some time (RFC 9110 §15.5.9)";
    private static final String HALF = "GET /page.html HTTP/1.1\r\nHost: localhost\r\nX-Late: ";

    private LateRequests() {}

    static PeerTopic topic() {
        return new PeerTopic(
                "late",
                "A client that lets the server wait",
                true,
                List.of(2, 3),
                List.of(
                        new PeerQuestion(
                                "half a request, then silence",
                                DUE,
                                server -> wait(server, client -> client.send(HALF))),
                        new PeerQuestion(
                                "half a request, then a byte each second",
                                DUE,
                                LateRequests::trickle),
                        new PeerQuestion(
                                "half a HEAD request, then silence",
                                "408 without a body, or the end (RFC 9110 §9.3.2)",
                                server ->
                                        wait(
                                                server,
                                                client ->
                                                        client.send(HALF.replace("GET", "HEAD")))),
                        new PeerQuestion(
                                "connects and says nothing",
                                "the end, some time (RFC 9112 §9.5)",
                                server -> wait(server, _ -> {})),
                        new PeerQuestion(
                                "has had a page, then silence",
                                "the end, some time (RFC 9112 §9.5)",
                                server -> wait(server, client -> client.get(PAGE)))));
    }

    private interface Beginning {
        void with(RawClient client) throws IOException;
    }

    private static String wait(URI server, Beginning beginning) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    beginning.with(client);
                    long begun = System.nanoTime();
                    return words(client, client.next(LONGEST_WAIT), begun);
                });
    }

    private static String trickle(URI server) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    client.send(HALF);
                    long begun = System.nanoTime();
                    return words(client, client.trickle(BETWEEN_BYTES, LONGEST_WAIT), begun);
                });
    }

    private static String words(RawClient client, Next next, long begun) throws IOException {
        long seconds = seconds(begun);
        return switch (next) {
            case SILENCE -> "waits over %d s".formatted(LONGEST_WAIT.toSeconds());
            case END -> "ends " + about(seconds);
            case BYTE -> {
                var answer = client.readHead();
                var body = client.next(BETWEEN_BYTES) == Next.BYTE ? "" : " without a body";
                yield "%d%s %s".formatted(answer.status(), body, about(seconds));
            }
        };
    }

    private static long seconds(long begun) {
        return Math.round((System.nanoTime() - begun) / 1e9);
    }

    /// To five seconds, which is as exactly as many servers look at their clocks.
    private static String about(long seconds) {
        return "after about %d s".formatted(Math.round(seconds / 5.0) * 5);
    }
}
