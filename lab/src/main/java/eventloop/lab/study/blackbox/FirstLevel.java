package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.plain;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import eventloop.lab.study.wire.RawClient.Next;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file server that speaks HTTP/1.1, for one client at a time; and then, that one client cannot stop all others.
final class FirstLevel {
    private static final String MISSING = "/there-is-no-such-page.html";
    private static final int ON_ONE_CONNECTION = 3;
    private static final int AT_ONCE = 50;
    private static final int PIECES = 4;
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(50);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMillis(300);
    private static final int DIGITS = 16;

    static final List<Promise> PROMISES =
            Stream.concat(
                            Stream.of(
                                    plain(
                                            "a page arrives byte for byte",
                                            "RFC 9110 §15.3.1: 200 to a GET brings the file; RFC 9112 §6.2: Content-Length"
                                                    + " says how many bytes.",
                                            "how you read the file: as bytes, not as text; and how you count its length: in"
                                                    + " bytes, not in characters.",
                                            visit ->
                                                    visit.expectFile(
                                                            visit.site().page(),
                                                            visit.get(visit.site().page()))),
                                    plain(
                                            "it says what kind of file it is",
                                            "RFC 9110 §8.3: without Content-Type a browser has to guess.",
                                            "the table from a name's ending to its type.",
                                            FirstLevel::type),
                                    plain(
                                            "it says what time it is",
                                            "RFC 9110 §6.6.1: a server that has a clock sends Date.",
                                            "the place where you write the headers that all answers have.",
                                            visit ->
                                                    visit.expect(
                                                            visit.get(visit.site().page())
                                                                    .header("date")
                                                                    .isPresent(),
                                                            "a header Date, as in: Date: Sat, 28 Nov 2026 09:00:00 GMT")),
                                    plain(
                                            "what is not there gets 404",
                                            "RFC 9110 §15.5.5.",
                                            "what you do when the file cannot be opened.",
                                            visit -> visit.expectStatus(404, visit.get(MISSING))),
                                    plain(
                                            "the directory answers with its index.html",
                                            "Step 1: a path that ends in a slash means the page in that directory.",
                                            "how you make a file's name out of a path.",
                                            FirstLevel::index),
                                    plain(
                                            "a name may be percent-encoded",
                                            "RFC 3986 §2.1: %69 is the letter i, wherever it stands in a path.",
                                            "the way from the request line to the file: decode once, before you look for the"
                                                    + " file.",
                                            FirstLevel::encodedName),
                                    plain(
                                            "a query does not belong to the name",
                                            "RFC 3986 §3.4: the path ends at the question mark.",
                                            "how you cut the request line's target into path and query.",
                                            FirstLevel::query),
                                    plain(
                                            "nothing outside the directory is served",
                                            "Step 1: a path with .. in it, encoded or not, must not lead out.",
                                            "the place where you join the directory and the path: normalise, and then ask whether"
                                                    + " it is still inside.",
                                            FirstLevel::outside),
                                    plain(
                                            "a connection serves one request after another",
                                            "RFC 9112 §9.3: HTTP/1.1 keeps a connection unless one side says close.",
                                            "what you do behind an answer: read the next request instead of closing.",
                                            FirstLevel::keepAlive),
                                    plain(
                                            "\"Connection: close\" is obeyed",
                                            "RFC 9112 §9.6: after the answer the server closes.",
                                            "whether you read the header, in small and capital letters.",
                                            FirstLevel::close),
                                    plain(
                                            "HTTP/1.0 is answered, and the connection closed",
                                            "RFC 9112 §9.3: such a client waits for the end of the connection.",
                                            "whether you look at the version in the request line.",
                                            FirstLevel::oldVersion),
                                    plain(
                                            "HEAD gets the head of GET, and no body",
                                            "RFC 9110 §9.3.2: the same headers, Content-Length too, and not one byte of a body.",
                                            "the place where you write the body.",
                                            FirstLevel::head),
                                    plain(
                                            "a request may come in pieces",
                                            "TCP brings bytes, not messages: one request may need many reads.",
                                            "your read loop: it has to go on until the empty line is there.",
                                            FirstLevel::pieces),
                                    plain(
                                            "requests sent at once are answered in order",
                                            "RFC 9112 §9.3.2: one read may bring many requests.",
                                            "what you do with bytes behind the empty line: they are the next request's.",
                                            FirstLevel::pipelining),
                                    plain(
                                            "a request's body is not taken for a request",
                                            "RFC 9112 §6: what Content-Length covers is body, whatever is in it; or the connection"
                                                    + " is closed.",
                                            "the end of a request: read and drop its body, or refuse it and close.",
                                            FirstLevel::body),
                                    plain(
                                            "a method it does not know is refused",
                                            "RFC 9110 §9.1: 501 for a method that a server does not know, 405 for one that it does"
                                                    + " not allow.",
                                            "whether you look at the method at all.",
                                            FirstLevel::method),
                                    plain(
                                            "a request without Host is refused",
                                            "RFC 9112 §3.2: 400 to each HTTP/1.1 request that lacks Host.",
                                            "your checks behind the parser.",
                                            visit ->
                                                    visit.expectStatus(
                                                            400,
                                                            visit.ask(
                                                                    "GET %s HTTP/1.1\r\nConnection: close\r\n\r\n"
                                                                            .formatted(
                                                                                    visit.site()
                                                                                            .page())))),
                                    plain(
                                            "16 MiB arrive byte for byte",
                                            "A write takes what the socket has room for, and seldom all.",
                                            "how you send what is left when a write has taken a part.",
                                            visit ->
                                                    visit.expectFile(
                                                            visit.site().large(),
                                                            visit.get(visit.site().large())))),
                            OneClient.PROMISES.stream())
                    .toList();

    private FirstLevel() {}

    private static void type(Visit visit) throws IOException, BrokenPromiseException {
        var type = visit.get(visit.site().page()).header("content-type").orElse("");
        visit.expect(type.startsWith("text/html"), "Content-Type: text/html; charset=utf-8");
    }

    private static void index(Visit visit) throws IOException, BrokenPromiseException {
        visit.expectFile("/index.html", visit.get("/"));
    }

    private static void encodedName(Visit visit) throws IOException, BrokenPromiseException {
        var page = visit.site().page();
        var encoded =
                "/%" + Integer.toString(page.charAt(1), DIGITS) + page.substring("/x".length());
        visit.expectFile(page, visit.get(encoded));
    }

    private static void query(Visit visit) throws IOException, BrokenPromiseException {
        visit.expectFile(visit.site().page(), visit.get(visit.site().page() + "?a=b"));
    }

    private static void outside(Visit visit)
            throws IOException, BrokenPromiseException, UnknownHereException {
        var secret = visit.site().root().toAbsolutePath().resolveSibling("README.md");
        if (!Files.exists(secret)) {
            throw new UnknownHereException("there is no file %s to be kept".formatted(secret));
        }
        var content = Files.readAllBytes(secret);
        for (var path : List.of("/../README.md", "/%2e%2e/README.md", "/..%2fREADME.md")) {
            var answer = visit.get(path, "Connection: close");
            visit.expect(
                    !Arrays.equals(answer.body(), content),
                    "400, 403 or 404, and nothing of a file outside of the directory");
        }
    }

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
        visit.note(request);
        client.send(request);
        var answer = client.read();
        visit.heard(answer);
        visit.expectFile(visit.site().page(), answer);
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
        var hidden = RawClient.request("GET", MISSING);
        var request =
                RawClient.request("GET", visit.site().page(), "Content-Length: " + hidden.length())
                        + hidden;
        visit.note(request);
        var client = visit.connect();
        client.send(request);
        visit.heard(client.read());
        try {
            client.ask(visit.site().page());
            var next = client.read();
            visit.heard("and to the next request:\n" + Wording.answer(next));
            visit.expectFile(visit.site().page(), next);
        } catch (IOException closed) {
            // As good: what cannot be told apart any more is not read on.
        }
    }

    private static void method(Visit visit) throws IOException, BrokenPromiseException {
        var answer = visit.ask(RawClient.request("BREW", visit.site().page(), "Connection: close"));
        visit.expect(List.of(501, 405, 400).contains(answer.status()), "501, or 405");
    }
}
