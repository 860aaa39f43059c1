package eventloop.lab.study.check;

import static eventloop.lab.study.check.CheckSite.LARGE;

import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Whether the program reads a large file, or has the operating system send it. From outside both look
/// alike, but for the course's brake on reading, which has nothing to hold on to where nothing is read. A
/// disk that is slow in truth is slow for both.
final class UnreadFileCheck implements Check {
    private static final Duration DELAY = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "a large file does not pass through the program";
    }

    @Override
    public String sentence() {
        return "Reading a file of 16 MiB is slowed down by a second for each piece; its first byte has to"
                + " come in less than that, and all others right.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(
                ExpectedRed.inSteps(
                        1, 6, "the program reads the file and writes what it has read"));
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start("--slow-disk", "16MiB.bin=" + DELAY.toMillis());
                var client = RawClient.to(server.address())) {
            // A server's very first answer takes longer than all others.
            client.get(CheckSite.PAGE);
            long asked = System.nanoTime();
            client.ask(LARGE);
            client.readHead();
            var first = client.readBytes(1);
            var time = Duration.ofNanos(System.nanoTime() - asked);
            if (time.compareTo(DELAY) >= 0) {
                return Finding.red("the first byte takes %d ms", time.toMillis());
            }
            var content = subject.site().bytes(LARGE);
            var rest = client.readBytes(content.length - 1);
            return first[0] == content[0]
                            && Arrays.equals(rest, 0, rest.length, content, 1, content.length)
                    ? Finding.GREEN
                    : Finding.red("the bytes are not those of the file");
        }
    }
}
