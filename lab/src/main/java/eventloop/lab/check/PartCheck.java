package eventloop.lab.check;

import static eventloop.lab.check.CheckSite.LARGE;

import eventloop.lab.server.ServerFailure;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// RFC 9110, 14: a download that broke off is taken up where it did.
final class PartCheck implements Check {
    private static final int FIRST = 5_000_000;
    private static final int LAST = 5_000_999;

    @Override
    public String name() {
        return "a part of a file can be asked for";
    }

    @Override
    public String sentence() {
        return "A client asks for a thousand bytes from the middle of a large file with Range, and has to"
                + " get 206 and these bytes.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(ExpectedRed.inSteps(1, 6, "Range is ignored, and the whole file sent"));
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start();
                var client = RawClient.to(server.address())) {
            client.ask(LARGE, "Range: bytes=%d-%d".formatted(FIRST, LAST));
            var head = client.readHead();
            if (head.status() != 206) {
                return Finding.red("the answer is %d", head.status());
            }
            var part = Arrays.copyOfRange(subject.site().bytes(LARGE), FIRST, LAST + 1);
            return Arrays.equals(client.readBytes(part.length), part)
                    ? Finding.GREEN
                    : Finding.red("these are other bytes");
        }
    }
}
