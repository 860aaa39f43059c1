package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.beside;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.util.List;

/// Whoever cannot be served is told so.
final class SecondLevel {
    private static final int CLIENTS = 300;

    static final List<Promise> PROMISES =
            List.of(
                    beside(
                            "of 300 clients that come at once, each gets an answer",
                            "Step 2: a bounded pool with a bounded queue; who finds no room gets 503 (RFC 9110"
                                    + " §15.6.4), and nobody is dropped without a word.",
                            "what happens to a connection that is accepted while all threads are busy; and how long"
                                    + " the list of those waiting to be accepted may be (the backlog).",
                            SecondLevel::crowd));

    private SecondLevel() {}

    private static void crowd(Visit visit) throws IOException, BrokenPromiseException {
        var path = visit.site().page();
        visit.did(
                "%d clients connect, and then all ask for %s".formatted(CLIENTS, path),
                "seq %d | xargs -P %d -I{} curl -s -o /dev/null -w '%%{http_code}\\n' %s"
                        .formatted(CLIENTS, CLIENTS, visit.server().resolve(path)));
        var clients = visit.connect(CLIENTS);
        for (var client : clients) {
            ask(client, path);
        }
        int answered = 0;
        for (var client : clients) {
            try {
                int status = client.read().status();
                visit.heard("one client gets %d".formatted(status));
                visit.expect(status == 200 || status == 503, "200 or 503");
                answered++;
            } catch (IOException failure) {
                throw new BrokenPromiseException(
                        "200 or 503 for each",
                        "%d are answered, and then one is not: %s"
                                .formatted(answered, Wording.failure(failure)));
            }
        }
    }

    /// Whoever is refused may find the connection closed already; the answer is there to be read.
    private static void ask(RawClient client, String path) {
        try {
            client.ask(path, "Connection: close");
        } catch (IOException refused) {
            // The answer, or that there is none, is seen when it is read.
        }
    }
}
