package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.plain;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import eventloop.lab.study.wire.RawClient.Next;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Where one request ends and the next begins on a connection, and when the connection itself does.
final class RequestsInARow {
    private static final int ON_ONE_CONNECTION = 3;
    private static final int AT_ONCE = 50;
    private static final int PIECES = 4;
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(50);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMillis(300);

    static final List<Promise> PROMISES =
            List.of(
                    plain(
                            "a connection serves one request after another",
                            "RFC 9112 §9.3: HTTP/1.1 keeps a connection unless one side says close.",
                            "what you do behind an answer: read the next request instead of closing.",
                            RequestsInARow::keepAlive),
                    plain(
                            "\"Connection: close\" is obeyed",
                            "RFC 9112 §9.6: after the answer the server closes.",
                            "whether you read the header, in small and capital letters.",
                            RequestsInARow::close),
                    plain(
                            "HTTP/1.0 is answered, and the connection closed",
                            "RFC 9112 §9.3: such a client waits for the end of the connection.",
                            "whether you look at the version in the request line.",
                            RequestsInARow::oldVersion),
                    plain(
                            "HEAD gets the head of GET, and no body",
                            "RFC 9110 §9.3.2: the same headers, Content-Length too, and not one byte of a body.",
                            "the place where you write the body.",
                            RequestsInARow::head),
                    plain(
                            "a request may come in pieces",
                            "TCP brings bytes, not messages: one request may need many reads.",
                            "your read loop: it has to go on until the empty line is there.",
                            RequestsInARow::pieces),
                    plain(
                            "requests sent at once are answered in order",
                            "RFC 9112 §9.3.2: one read may bring many requests.",
                            "what you do with bytes behind the empty line: they are the next request's.",
                            RequestsInARow::pipelining),
                    plain(
                            "a request's body is not taken for a request",
                            "RFC 9112 §6: what Content-Length covers is body, whatever is in it; or the connection"
                                    + " is closed.",
                            "the end of a request: read and drop its body, or refuse it and close.",
                            RequestsInARow::body));

    private RequestsInARow() {}

    private static void keepAlive(Visit visit) throws IOException, BrokenPromiseException {
        var client = visit.connect();
        for (int i = 0; i < ON_ONE_CONNECTION; i++) {
            try {
                visit.expectFile(visit.site().page(), visit.get(client, visit.site().page()));
            } catch (IOException closed) {
                var words = Wording.failure(closed);
                throw new BrokenPromiseException(
                        "answer %d on the same connection".formatted(i + 1),
                        i == 0 ? words : "answer %d, and then: %s".formatted(i, words));
            }
        }
    }

    private static void close(Visit visit) throws IOException, BrokenPromiseException {
        expectEnd(visit, RawClient.request("GET", visit.site().page(), "Connection: close"));
    }

    private static void oldVersion(Visit visit) throws IOException, BrokenPromiseException {
        expectEnd(
                visit,
                RawClient.request("GET", visit.site().page()).replace("HTTP/1.1", "HTTP/1.0"));
    }

    private static void expectEnd(Visit visit, String request)
            throws IOException, BrokenPromiseException {
        var client = visit.connect();
        visit.expectFile(visit.site().page(), visit.ask(client, request));
        if (client.next(CLOSES_WITHIN) != Next.END) {
            throw new BrokenPromiseException(
                    "the end of the connection behind the answer",
                    "an answer, and %d s later the connection is still open"
                            .formatted(CLOSES_WITHIN.toSeconds()));
        }
    }

    private static void head(Visit visit) throws IOException, BrokenPromiseException {
        var request = RawClient.request("HEAD", visit.site().page());
        var client = visit.connect();
        visit.note(request);
        client.send(request);
        var head = client.readHead();
        visit.heard(head);
        visit.expectStatus(200, head);
        visit.expect(
                head.header("content-length")
                        .filter(
                                String.valueOf(visit.site().bytes(visit.site().page()).length)
                                        ::equals)
                        .isPresent(),
                "the Content-Length that GET has");
        if (client.next(SOON) == Next.BYTE) {
            throw new BrokenPromiseException("no body", visit.came() + "\n(and a body behind it)");
        }
    }

    private static void pieces(Visit visit) throws IOException, BrokenPromiseException {
        var request = RawClient.request("GET", visit.site().page());
        visit.note(request);
        var client = visit.connect();
        int size = request.length() / PIECES;
        for (int i = 0; i < PIECES; i++) {
            int end = i == PIECES - 1 ? request.length() : (i + 1) * size;
            client.send(request.substring(i * size, end));
            // Long enough to arrive as a packet of its own.
            visit.rest(BETWEEN_PIECES);
        }
        visit.did(
                visit.sent() + "\n(in %d pieces, with a pause between them)".formatted(PIECES),
                visit.tryIt().replaceFirst("^curl .*", ""));
        var answer = client.read();
        visit.heard(answer);
        visit.expectFile(visit.site().page(), answer);
    }

    private static void pipelining(Visit visit) throws IOException, BrokenPromiseException {
        var paths = visit.quickPaths().limit(AT_ONCE).toList();
        var requests =
                paths.stream()
                        .map(path -> RawClient.request("GET", path))
                        .collect(Collectors.joining());
        var client = visit.connect();
        visit.did(
                Wording.request(requests) + "\n(%d requests in one write)".formatted(AT_ONCE),
                CurlCommand.of(
                        visit.server(),
                        RawClient.request("GET", "/") + RawClient.request("GET", "/missing")));
        client.send(requests);
        for (int i = 0; i < AT_ONCE; i++) {
            Answer answer;
            try {
                answer = client.read();
            } catch (IOException end) {
                throw new BrokenPromiseException(
                        "%d answers".formatted(AT_ONCE),
                        "%d answers, and then: %s".formatted(i, Wording.failure(end)));
            }
            visit.heard("answer %d:\n%s".formatted(i + 1, Wording.answer(answer)));
            visit.expect(
                    Arrays.equals(visit.site().bytes(paths.get(i)), answer.body()),
                    "answer %d brings %s".formatted(i + 1, paths.get(i)));
        }
    }

    private static void body(Visit visit) throws IOException, BrokenPromiseException {
        var hidden = RawClient.request("GET", ServedFiles.MISSING);
        var request =
                RawClient.request("GET", visit.site().page(), "Content-Length: " + hidden.length())
                        + hidden;
        var client = visit.connect();
        visit.ask(client, request);
        try {
            client.ask(visit.site().page());
            var next = client.read();
            visit.heard("and to the next request:\n" + Wording.answer(next));
            visit.expectFile(visit.site().page(), next);
        } catch (EOFException | SocketException closed) {
            // As good: what cannot be told apart any more is not read on.
        }
    }
}
