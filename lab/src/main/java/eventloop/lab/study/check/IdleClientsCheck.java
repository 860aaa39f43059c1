package eventloop.lab.study.check;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// What browsers do: they keep a connection for minutes after they have had their page.
final class IdleClientsCheck implements PortCheck {
    /// As many as step 2 has threads.
    private static final int CLIENTS = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "200 clients keep their connections; the next is served";
    }

    @Override
    public String sentence() {
        return "As many clients as step 2 has threads get a page, keep their connections and do nothing;"
                + " one more has to be answered within three seconds.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(
                ExpectedRed.inStep(
                        2, "a client keeps its thread as long as it keeps its connection"));
    }

    @Override
    public Finding examine(URI server, CheckSite site) throws IOException {
        try (var _ = Crowd.keeping(CLIENTS, server, site.page());
                var next = RawClient.to(server)) {
            var answer = next.getWithin(PATIENCE, site.page());
            if (answer.isEmpty()) {
                return Finding.red("the next client is not answered in %d s", PATIENCE.toSeconds());
            }
            return answer.get().status() == 200
                    ? Finding.GREEN
                    : Finding.red("the next client gets %d", answer.get().status());
        }
    }
}
