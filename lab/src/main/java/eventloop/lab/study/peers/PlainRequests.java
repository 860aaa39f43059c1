package eventloop.lab.study.peers;

import static eventloop.lab.study.peers.PeerSite.DIRECTORY;
import static eventloop.lab.study.peers.PeerSite.PAGE;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// Valid requests that are no everyday ones.
final class PlainRequests {
    private PlainRequests() {}

    static PeerTopic topic() {
        return PeerTopic.quick(
                "requests",
                "Valid requests that a browser seldom sends",
                List.of(1, 7),
                List.of(
                        asking(
                                "GET with a body of five bytes",
                                "200, or a refusal and the end (RFC 9110 §9.3.1)",
                                RawClient.request("GET", PAGE, "Content-Length: 5") + "hello"),
                        new PeerQuestion(
                                "`Expect: 100-continue` before a body",
                                "100, then an answer; or a final answer at once (RFC 9110 §10.1.1)",
                                PlainRequests::expecting),
                        asking(
                                "the whole address in the request line",
                                "200 (RFC 9112 §3.2.2)",
                                RawClient.request("GET", "http://localhost" + PAGE)),
                        asking(
                                "POST to a file",
                                "405 with Allow, or 501 (RFC 9110 §15.5.6, §9.1)",
                                RawClient.request("POST", PAGE, "Content-Length: 0")),
                        asking(
                                "a method that nobody knows",
                                "501 (RFC 9110 §9.1)",
                                RawClient.request("BREW", PAGE)),
                        asking(
                                "`OPTIONS *`",
                                "200 or 204 (RFC 9110 §9.3.7)",
                                RawClient.request("OPTIONS", "*")),
                        asking(
                                "a directory without its slash, `?a=b` behind it",
                                "301 to the slash, query kept",
                                RawClient.request("GET", DIRECTORY + "?a=b"))));
    }

    private static PeerQuestion asking(String text, String due, String request) {
        return new PeerQuestion(text, due, server -> answer(server, request));
    }

    private static String answer(URI server, String request) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    client.send(request);
                    return words(client.read());
                });
    }

    private static String words(Answer answer) {
        var more =
                switch (answer.status()) {
                    case 405 -> answer.header("allow").isPresent() ? "" : " without Allow";
                    case 301, 302, 303, 307, 308 -> " " + place(answer);
                    default -> "";
                };
        return answer.status() + more;
    }

    private static String place(Answer answer) {
        var location = answer.header("location").orElse("to nowhere");
        var kind = location.contains("//") ? "absolute" : "relative";
        return location.endsWith("?a=b") ? kind : kind + ", query lost";
    }

    private static String expecting(URI server) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    client.ask(PAGE, "Content-Length: 5", "Expect: 100-continue");
                    int first = client.read().status();
                    if (first != 100) {
                        return String.valueOf(first);
                    }
                    client.send("hello");
                    return "100, then " + client.read().status();
                });
    }
}
