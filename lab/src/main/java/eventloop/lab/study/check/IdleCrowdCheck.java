package eventloop.lab.study.check;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.observe.ProcessFiles;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The number that gave the problem its name, C10K. A thread for each is possible today; what tells the
/// designs apart is the price. A connection of an event loop costs one or two kibibytes, a waiting thread
/// twenty times as much, and what the kernel needs for it beside.
final class IdleCrowdCheck implements Check {
    private static final int CLIENTS = 10_000;
    private static final long MOST_BYTES_EACH = 16 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "10,000 idle clients cost little; the next is served";
    }

    @Override
    public String sentence() {
        return "Ten thousand clients connect and say nothing; the next one has to be answered within five"
                + " seconds, and the server's memory must not have grown by 16 KiB for each.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(
                ExpectedRed.inStep(
                        1, "it answers, but at the price of 10,000 threads and their stacks"),
                ExpectedRed.inStep(
                        2, "200 have a thread and 1,000 wait for one: all others get 503"));
    }

    @Override
    public boolean needsAllToItself() {
        return true;
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        if (!OpenFiles.areEnoughFor(CLIENTS)) {
            return Finding.unknown("this process may not open %,d files", CLIENTS);
        }
        try (var server = subject.start()) {
            var process = ProcessFiles.of(server.pid());
            var before = process.peakMemoryBytes();
            try (var _ = Crowd.of(CLIENTS, server.address());
                    var next = RawClient.to(server.address())) {
                var answer = next.getWithin(PATIENCE, CheckSite.PAGE);
                if (answer.isEmpty()) {
                    return Finding.red("no answer in %d s", PATIENCE.toSeconds());
                }
                if (answer.get().status() != 200) {
                    return Finding.red("the next client gets %d", answer.get().status());
                }
                var after = process.peakMemoryBytes();
                if (before.isEmpty() || after.isEmpty()) {
                    return Finding.unknown("this operating system does not tell the memory");
                }
                return price((after.getAsLong() - before.getAsLong()) / CLIENTS);
            }
        }
    }

    private static Finding price(long bytesEach) {
        return bytesEach < MOST_BYTES_EACH
                ? Finding.GREEN
                : Finding.red("an idle client costs %d KiB", bytesEach >> 10);
    }
}
