package eventloop.lab.study.peers;

import static eventloop.lab.study.peers.PeerSite.PAGE;

import eventloop.lab.study.wire.RawClient;
import java.util.List;

/// Who closes, and when: HTTP/1.1 keeps a connection unless somebody says otherwise, HTTP/1.0 only if somebody
/// asks for it.
final class ConnectionHeader {
    private ConnectionHeader() {}

    static PeerTopic topic() {
        return PeerTopic.quick(
                "connections",
                "Whether a connection is kept",
                List.of(1, 7),
                List.of(
                        asking("HTTP/1.1", "200, stays open (RFC 9112 §9.3)", "HTTP/1.1"),
                        asking(
                                "`Connection: close`",
                                "200, closes (RFC 9112 §9.6)",
                                "HTTP/1.1",
                                "Connection: close"),
                        asking(
                                "`Connection: CLOSE`",
                                "200, closes (RFC 9110 §7.6.1)",
                                "HTTP/1.1",
                                "Connection: CLOSE"),
                        asking(
                                "`Connection: keep-alive, close`",
                                "200, closes (RFC 9112 §9.3)",
                                "HTTP/1.1",
                                "Connection: keep-alive, close"),
                        asking(
                                "the same in two lines",
                                "200, closes (RFC 9110 §5.3)",
                                "HTTP/1.1",
                                "Connection: keep-alive",
                                "Connection: close"),
                        asking("HTTP/1.0", "200, closes (RFC 9112 §9.3)", "HTTP/1.0"),
                        asking(
                                "HTTP/1.0 with `Connection: keep-alive`",
                                "200, stays open, if it says so (RFC 9112 §9.3)",
                                "HTTP/1.0",
                                "Connection: keep-alive")));
    }

    private static PeerQuestion asking(String text, String due, String version, String... headers) {
        var request = RawClient.request("GET", PAGE, headers).replace("HTTP/1.1", version);
        return new PeerQuestion(
                text, due, server -> Conversation.statusAndConnection(server, request));
    }
}
