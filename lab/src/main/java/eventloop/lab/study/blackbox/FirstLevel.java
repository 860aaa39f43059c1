package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.plain;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// A file server that speaks HTTP/1.1, for one client at a time; and then, that one client cannot stop all others.
final class FirstLevel {
    private static final List<Promise> REFUSALS_AND_SIZE =
            List.of(
                    plain(
                            "a method it does not know is refused",
                            "RFC 9110 §9.1: 501 for a method that a server does not know, 405 for one that it does"
                                    + " not allow. A parser that has a list of methods may say 400.",
                            "whether you look at the method at all.",
                            FirstLevel::method),
                    plain(
                            "a request without Host is refused",
                            "RFC 9112 §3.2: 400 to each HTTP/1.1 request that lacks Host.",
                            "your checks behind the parser.",
                            FirstLevel::withoutHost),
                    plain(
                            "16 MiB arrive byte for byte",
                            "A write takes what the socket has room for, and seldom all.",
                            "how you send what is left when a write has taken a part.",
                            visit ->
                                    visit.expectFile(
                                            visit.site().large(),
                                            visit.get(visit.site().large()))));

    static final List<Promise> PROMISES =
            Stream.of(
                            ServedFiles.PROMISES,
                            RequestsInARow.PROMISES,
                            REFUSALS_AND_SIZE,
                            OneClient.PROMISES)
                    .flatMap(List::stream)
                    .toList();

    private FirstLevel() {}

    private static void method(Visit visit) throws IOException, BrokenPromiseException {
        var answer = visit.ask(RawClient.request("BREW", visit.site().page(), "Connection: close"));
        visit.expect(List.of(501, 405, 400).contains(answer.status()), "501, 405, or 400");
    }

    private static void withoutHost(Visit visit) throws IOException, BrokenPromiseException {
        var request = "GET %s HTTP/1.1\r\nConnection: close\r\n\r\n";
        visit.expectStatus(400, visit.ask(request.formatted(visit.site().page())));
    }
}
