package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Whether what has been read is kept.
final class SecondReadCheck implements Check {
    private static final Duration DELAY = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "the second to ask does not wait for the disk";
    }

    @Override
    public String sentence() {
        return "A file that takes a second to read is asked for twice; the second answer has to come in"
                + " less than that.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(
                ExpectedRed.inSteps(1, 5, "nothing is kept, every request reads its file anew"));
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start("--slow-disk", "slow-*=" + DELAY.toMillis());
                var client = RawClient.to(server.address())) {
            Served.expect(client.get(CheckSite.slow(0)));
            long asked = System.nanoTime();
            Served.expect(client.get(CheckSite.slow(0)));
            var time = Duration.ofNanos(System.nanoTime() - asked);
            return time.compareTo(DELAY) < 0
                    ? Finding.GREEN
                    : Finding.red("the second answer takes %d ms", time.toMillis());
        }
    }
}
