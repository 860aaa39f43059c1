package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.beside;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// More clients than a pool has threads, and none of them does anything.
final class ThirdLevel {
    private static final int CLIENTS = 500;
    private static final int SLOW_READERS = 20;
    private static final String SLOW_CROWD =
            "for i in $(seq 20); do curl -s --limit-rate 1k -o /dev/null %s & done";
    private static final String READS_LATE = "curl -s %s | (sleep 1; wc -c)";
    private static final Duration LATER = Duration.ofSeconds(1);
    private static final String ONE_THREAD =
            "whether a thread stays with a connection that does nothing: a selector's thread goes on to the next.";

    static final List<Promise> PROMISES =
            List.of(
                    beside(
                            "500 silent clients do not hold up the next",
                            "Step 3: who says nothing costs a little memory, and no thread.",
                            ONE_THREAD,
                            visit -> {
                                var neighbour =
                                        Neighbour.ofIdle(
                                                visit,
                                                "500 clients connect and say nothing",
                                                "500");
                                neighbour.othersBegin();
                                visit.connect(CLIENTS);
                                neighbour.expectPage();
                            }),
                    beside(
                            "500 clients keep their connections; the next is served",
                            "Step 3, and RFC 9112 §9.3: a browser keeps its connection for minutes after its page.",
                            ONE_THREAD,
                            ThirdLevel::keeping),
                    beside(
                            "500 half requests do not hold up the next",
                            "Step 3: half a request is kept in the connection's own buffer until the rest comes.",
                            "where you keep the bytes of a request that is not complete, and who waits for the rest.",
                            visit -> {
                                var neighbour =
                                        Neighbour.ofIdle(
                                                visit,
                                                "500 clients send half a request, and wait",
                                                "500 --half");
                                neighbour.othersBegin();
                                for (var client : visit.connect(CLIENTS)) {
                                    client.send(Neighbour.HALF);
                                }
                                visit.rest(Neighbour.ARRIVAL);
                                neighbour.expectPage();
                            }),
                    beside(
                            "20 clients that do not read 16 MiB do not hold up the next",
                            "Step 3: a write that takes a part is taken up when there is room again (OP_WRITE).",
                            "what you do when a write returns less than you gave it.",
                            ThirdLevel::slowReaders),
                    beside(
                            "who begins to read late gets every byte",
                            "Step 3: a write that has taken half goes on where it stopped.",
                            "the position in the file or buffer behind a write that took a part.",
                            ThirdLevel::lateReader));

    private ThirdLevel() {}

    private static void keeping(Visit visit) throws IOException, BrokenPromiseException {
        visit.did("%d clients connect, to keep their connections".formatted(CLIENTS), "");
        var clients = visit.connect(CLIENTS);
        askAll(visit, clients, "the first time");
        askAll(visit, clients, "the second time");
        new Neighbour(visit, "500 clients have had a page twice, and keep their connections", "")
                .expectPage();
        askAll(visit, clients, "once more, behind the next client");
    }

    /// All of them ask before the first answer is read.
    private static void askAll(Visit visit, List<RawClient> clients, String when)
            throws BrokenPromiseException {
        int answered = 0;
        visit.did(
                "%d clients ask on the connections that they keep, %s".formatted(CLIENTS, when),
                "");
        try {
            for (var client : clients) {
                client.ask(visit.site().page());
            }
            for (var client : clients) {
                var answer = client.read();
                visit.heard(answer);
                visit.expectStatus(200, answer);
                answered++;
            }
        } catch (IOException failure) {
            throw new BrokenPromiseException(
                    "an answer for each",
                    "%d are answered, and then: %s".formatted(answered, Wording.failure(failure)));
        }
    }

    private static void slowReaders(Visit visit) throws IOException, BrokenPromiseException {
        var neighbour =
                Neighbour.ofReaders(
                        visit,
                        SLOW_READERS + " clients ask for 16 MiB and read no further than the head",
                        SLOW_CROWD);
        neighbour.othersBegin();
        var clients = visit.connect(SLOW_READERS);
        for (var client : clients) {
            client.ask(visit.site().large());
        }
        for (int i = 0; i < SLOW_READERS; i++) {
            try {
                clients.get(i).readHead();
            } catch (IOException failure) {
                throw new BrokenPromiseException(
                        "the head for each",
                        "%d have it, and then: %s".formatted(i, Wording.failure(failure)));
            }
        }
        neighbour.expectPage();
    }

    private static void lateReader(Visit visit) throws IOException, BrokenPromiseException {
        var late = visit.connect();
        late.ask(visit.site().large());
        var begins = "a client asks for 16 MiB, and reads later";
        Neighbour.ofReaders(visit, begins, READS_LATE).expectPage();
        visit.rest(LATER);
        visit.did(
                "GET %s, and begins to read later".formatted(visit.site().large()),
                READS_LATE.formatted(visit.server().resolve(visit.site().large())));
        visit.expectFile(visit.site().large(), late.read());
    }
}
