package eventloop.lab.study.check;

import static eventloop.lab.study.check.CheckSite.LARGE;

import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Whether the program reads a large file, or has the operating system send it. From outside both look
/// alike, but for the course's brake on reading, which has nothing to hold on to where nothing is read: step 7
/// reads the beginning and the end.
final class UnreadFileCheck implements Check {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final int READS = 16;
    private static final int PIECE = 1024 * 1024;

    @Override
    public String name() {
        return "a large file does not pass through the program";
    }

    @Override
    public String sentence() {
        return "Reading a file of 16 MiB is slowed down by a tenth of a second for each piece; all of it has"
                + " to come, and right, before sixteen pieces could have been read.";
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
            var content = subject.site().bytes(LARGE);
            long asked = System.nanoTime();
            client.ask(LARGE);
            client.readHead();
            for (int from = 0; from < content.length; from += PIECE) {
                var piece = client.readBytes(Math.min(PIECE, content.length - from));
                if (!Arrays.equals(piece, 0, piece.length, content, from, from + piece.length)) {
                    return Finding.red("the bytes are not those of the file");
                }
                var time = Duration.ofNanos(System.nanoTime() - asked);
                if (time.compareTo(DELAY.multipliedBy(READS)) >= 0) {
                    return Finding.red(
                            "after %d ms, %d of 16 MiB are here",
                            time.toMillis(), (from + piece.length) / PIECE);
                }
            }
            return Finding.GREEN;
        }
    }
}
