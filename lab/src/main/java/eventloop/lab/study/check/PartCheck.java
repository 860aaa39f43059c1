package eventloop.lab.study.check;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/// RFC 9110, 14: a download that broke off is taken up where it did.
final class PartCheck implements PortCheck {
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
    public Finding examine(URI server, CheckSite site) throws IOException {
        try (var client = RawClient.to(server)) {
            client.ask(site.large(), "Range: bytes=%d-%d".formatted(FIRST, LAST));
            var head = client.readHead();
            if (head.status() != 206) {
                return Finding.red("the answer is %d", head.status());
            }
            var part = Arrays.copyOfRange(site.bytes(site.large()), FIRST, LAST + 1);
            return Arrays.equals(client.readBytes(part.length), part)
                    ? Finding.GREEN
                    : Finding.red("these are other bytes");
        }
    }
}
