package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.beside;
import static eventloop.lab.study.blackbox.Promise.plain;

import eventloop.lab.study.wire.RawClient;
import eventloop.lab.study.wire.RawClient.Next;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A queue gives each client its turn, and timers end what does not end by itself.
final class FourthLevel {
    private static final Duration LATEST = Duration.ofSeconds(3);
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(200);

    static final List<Promise> PROMISES =
            List.of(
                    beside(
                            "a burst of requests does not hold up the others",
                            "Step 4: one connection's turn ends after some requests, and the next one has its turn.",
                            "the loop that goes on as long as one connection has requests: bound it.",
                            Burst::examine),
                    plain(
                            "half a request is sent home in time",
                            "RFC 9110 §15.5.9, and step 4: a timer a request, which further bytes do not put off.",
                            "when the clock begins (with the request) and what stops it (its empty line, nothing else).",
                            visit -> late(visit, "GET")),
                    plain(
                            "half a HEAD request gets no body with its 408",
                            "RFC 9110 §9.3.2: no answer to HEAD has a body.",
                            "what your error page knows of the method.",
                            visit -> late(visit, "HEAD")));

    private FourthLevel() {}

    private static void late(Visit visit, String method)
            throws IOException, BrokenPromiseException, UnknownHereException {
        var time =
                visit.declared()
                        .requestTimeout()
                        .orElseThrow(() ->
                                new UnknownHereException(
                                        "after how many seconds? say it with --request-timeout"));
        var half = RawClient.request(method, visit.site().page()).stripTrailing() + "\r\nX: ";
        visit.did(
                Wording.request(half) + "\n(one more byte now and then, and never the end of it)",
                CurlCommand.of(visit.server(), half));
        var client = visit.connect();
        client.send(half);
        var expected = "408, or the end, within %d s".formatted(time.plus(LATEST).toSeconds());
        if (client.trickle(BETWEEN_BYTES, time.plus(LATEST)) == Next.SILENCE) {
            throw new BrokenPromiseException(expected, "nothing");
        }
        if (client.next(LATEST) == Next.BYTE) {
            var answer = client.readHead();
            visit.heard(answer);
            visit.expectStatus(408, answer);
            boolean hasBody = client.next(LATEST) == Next.BYTE;
            visit.expect(!method.equals("HEAD") || !hasBody, "no body");
        }
    }
}
