package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.beside;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.util.List;

/// One client who does nothing, or breaks off, beside another who wants a page.
final class OneClient {
    private static final int BREAKING_OFF = 5;
    private static final int RECEIVED = 100_000;
    private static final String TAKES_A_PART = "curl -s %s | head -c " + RECEIVED + " > /dev/null";
    private static final String READS_SLOWLY = "curl --limit-rate 1k -o /dev/null %s";

    static final List<Promise> PROMISES =
            List.of(
                    beside(
                            "a client that breaks off ends nobody else",
                            "Step 1: a connection that fails is one connection's end, not the server's.",
                            "where the exception of a failing write ends up.",
                            OneClient::breakingOff),
                    beside(
                            "a silent client does not hold up the next",
                            "Step 1: a browser connects ahead of time, and may say nothing for minutes.",
                            "the thread that waits in your first read: who else needs it?",
                            visit -> {
                                visit.connect();
                                Neighbour.ofIdle(visit, "connects and says nothing", "1")
                                        .expectPage();
                            }),
                    beside(
                            "half a request does not hold up the next",
                            "Step 1: nobody knows when the other half comes.",
                            "the read that goes on until the empty line is there: who else waits for that thread?",
                            visit -> {
                                visit.connect().send(Neighbour.HALF);
                                visit.rest(Neighbour.ARRIVAL);
                                Neighbour.ofIdle(
                                                visit,
                                                "sends half a request, and waits",
                                                "1 --half")
                                        .expectPage();
                            }),
                    beside(
                            "a client that does not read does not hold up the next",
                            "Step 1: a write of 16 MiB takes as long as the slowest reader.",
                            "the write that waits for room: who else needs that thread?",
                            visit -> {
                                var reader = visit.connect();
                                reader.ask(visit.site().large());
                                reader.readHead();
                                Neighbour.ofReaders(
                                                visit,
                                                "asks for 16 MiB and does not read",
                                                READS_SLOWLY)
                                        .expectPage();
                            }));

    private OneClient() {}

    private static void breakingOff(Visit visit) throws IOException, BrokenPromiseException {
        var neighbour =
                Neighbour.ofReaders(visit, "five clients break off a download", TAKES_A_PART);
        neighbour.othersBegin();
        for (int i = 0; i < BREAKING_OFF; i++) {
            try (var client = RawClient.to(visit.server())) {
                client.ask(visit.site().large());
                client.readBytes(RECEIVED);
            }
        }
        neighbour.expectPage();
    }
}
