package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.RawClient;
import eventloop.lab.study.wire.RawClient.Next;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// An attack that costs the attacker nothing (known as Slowloris): requests that are begun and never ended.
final class UnfinishedRequestsCheck implements Check {
    /// As many as step 2 has threads.
    private static final int CLIENTS = 200;

    private static final int TIMED_OUT = 408;
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(200);
    private static final Duration LONGEST_TRICKLE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "unfinished requests hold nobody up";
    }

    @Override
    public String sentence() {
        return "200 clients begin a request and do not end it; another has to be answered before the first"
                + " of them is sent home, and all get 408, also one that sends a byte now and then.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(
                ExpectedRed.inStep(
                        2, "half a request holds a whole thread until its time is over"));
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start("--request-timeout", "2");
                var unfinished = Crowd.of(CLIENTS, server.address());
                var other = RawClient.to(server.address())) {
            for (var client : unfinished.clients()) {
                client.send("GET /page.html HTTP/1.1\r\nHost: ");
            }
            Served.expect(other.get(CheckSite.PAGE));
            if (unfinished.anyHasInput()) {
                return Finding.red("another client waits until the first of them is sent home");
            }
            if (unfinished.clients().getFirst().trickle(BETWEEN_BYTES, LONGEST_TRICKLE)
                    == Next.SILENCE) {
                return Finding.red("a byte now and then puts the end of half a request off");
            }
            for (var client : unfinished.clients()) {
                int status = client.read().status();
                if (status != TIMED_OUT) {
                    return Finding.red("half a request gets %d", status);
                }
            }
            return Finding.GREEN;
        }
    }
}
