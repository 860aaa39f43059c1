package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whether a greedy client can keep a server to itself. Each of its requests takes some milliseconds, so
/// that all of them take far longer than a few answers to somebody else.
final class BurstCheck implements Check {
    private static final int ANSWERS_TO_THE_OTHER = 10;

    @Override
    public String name() {
        return "a burst of requests holds nobody up";
    }

    @Override
    public String sentence() {
        return "A client sends 200 requests at once, each good for five milliseconds; another one has to"
                + " get ten answers before the burst is over.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(
                ExpectedRed.inStep(
                        3, "whose turn it is keeps the turn for as long as it has requests"));
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start("--slow-disk", "burst-*=5");
                var greedy = RawClient.to(server.address());
                var other = RawClient.to(server.address())) {
            Served.expect(other.get(CheckSite.PAGE));
            greedy.send(
                    IntStream.range(0, CheckSite.BURST_FILES)
                            .mapToObj(CheckSite::burst)
                            .map(file -> RawClient.request("GET", file))
                            .collect(Collectors.joining()));
            for (int i = 0; i < ANSWERS_TO_THE_OTHER; i++) {
                Served.expect(other.get(CheckSite.PAGE));
            }
            return answersThatHaveCome(greedy) < CheckSite.BURST_FILES
                    ? Finding.GREEN
                    : Finding.red("the other client waits until the burst is over");
        }
    }

    private static int answersThatHaveCome(RawClient client) throws IOException {
        int answers = 0;
        while (client.hasInput()) {
            client.read();
            answers++;
        }
        return answers;
    }
}
