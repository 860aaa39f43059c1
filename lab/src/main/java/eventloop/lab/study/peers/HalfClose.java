package eventloop.lab.study.peers;

import static eventloop.lab.study.peers.PeerSite.LARGE;
import static eventloop.lab.study.peers.PeerSite.LARGE_BYTES;
import static eventloop.lab.study.peers.PeerSite.PAGE;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// TCP ends each direction for itself (RFC 9293, 3.6): who has sent the last byte may still read.
final class HalfClose {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final String REQUEST = RawClient.request("GET", PAGE);

    private HalfClose() {}

    static PeerTopic topic() {
        return PeerTopic.quick(
                "half-close",
                "A client that has sent its last byte",
                List.of(1, 7),
                List.of(
                        new PeerQuestion(
                                "one request, then the end (`nc -N`)",
                                "200 (RFC 9293 §3.6)",
                                server -> answers(server, REQUEST, 1)),
                        new PeerQuestion(
                                "three requests at once, then the end",
                                "200 200 200",
                                server -> answers(server, REQUEST.repeat(3), 3)),
                        new PeerQuestion(
                                "asks for 16 MiB, then the end", "all of it", HalfClose::large),
                        new PeerQuestion(
                                "half a request, then the end",
                                "closes or 400 (RFC 9112 §8)",
                                server -> afterTheEnd(server, "GET / HTTP/1.1\r\nHost: loc")),
                        new PeerQuestion(
                                "nothing, then the end",
                                "closes",
                                server -> afterTheEnd(server, ""))));
    }

    private static String answers(URI server, String requests, int count) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    client.send(requests);
                    client.endSending();
                    var statuses = new StringBuilder();
                    for (int i = 0; i < count; i++) {
                        statuses.append(i == 0 ? "" : " ").append(client.read().status());
                    }
                    return statuses.toString();
                });
    }

    private static String large(URI server) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    client.ask(LARGE);
                    client.endSending();
                    client.readHead();
                    return isWhole(client) ? "all of it" : "breaks off";
                });
    }

    private static boolean isWhole(RawClient client) {
        try {
            client.readBytes(LARGE_BYTES);
            return true;
        } catch (IOException brokenOff) {
            return false;
        }
    }

    private static String afterTheEnd(URI server, String beginning) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    client.send(beginning);
                    client.endSending();
                    return switch (client.next(LONGEST_WAIT)) {
                        case END -> "closes";
                        case SILENCE -> throw new SocketTimeoutException();
                        case BYTE -> String.valueOf(client.read().status());
                    };
                });
    }
}
