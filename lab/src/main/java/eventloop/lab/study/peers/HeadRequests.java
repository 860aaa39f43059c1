package eventloop.lab.study.peers;

import static eventloop.lab.study.peers.PeerSite.LARGE;
import static eventloop.lab.study.peers.PeerSite.MISSING;
import static eventloop.lab.study.peers.PeerSite.PAGE;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import eventloop.lab.study.wire.RawClient.Next;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// HEAD is GET without the body (RFC 9110, 9.3.2).
final class HeadRequests {
    private static final Duration SOON = Duration.ofMillis(500);

    private HeadRequests() {}

    static PeerTopic topic() {
        return PeerTopic.quick(
                "head",
                "A head without a body",
                List.of(6, 7),
                List.of(
                        question("HEAD of a page", "200, length of GET (RFC 9110 §9.3.2)", PAGE),
                        question("HEAD of 16 MiB", "200, length of GET", LARGE),
                        question("HEAD of what is not there", "404", MISSING),
                        question(
                                "HEAD with `Range: bytes=100-199`",
                                "200: only GET has ranges (RFC 9110 §14.2)",
                                PAGE,
                                "Range: bytes=100-199"),
                        question(
                                "HEAD with `If-None-Match: *`",
                                "304 (RFC 9110 §13.1.2)",
                                PAGE,
                                "If-None-Match: *")));
    }

    private static PeerQuestion question(String text, String due, String path, String... headers) {
        return new PeerQuestion(text, due, server -> ask(server, path, headers));
    }

    private static String ask(URI server, String path, String... headers) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    client.send(RawClient.request("HEAD", path, headers));
                    var head = client.readHead();
                    var body = client.next(SOON) == Next.BYTE ? ", and a body" : "";
                    return head.status() + length(server, path, head) + body;
                });
    }

    /// Of a whole file: where the length differs from that of GET, a client that trusts it is misled.
    private static String length(URI server, String path, Answer head) throws IOException {
        if (head.status() != 200) {
            return "";
        }
        try (var client = RawClient.to(server)) {
            client.ask(path);
            var expected = client.readHead().header("content-length");
            if (head.header("content-length").isEmpty()) {
                return ", no length";
            }
            return head.header("content-length").equals(expected)
                    ? ", length of GET"
                    : ", length " + head.header("content-length").get();
        }
    }
}
