package eventloop.lab.study.check;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// RFC 9112, 9.3.2: a client may send requests without waiting for answers, and gets them in its order.
final class PipeliningCheck implements PortCheck {
    private static final int REQUESTS = 100;

    @Override
    public String name() {
        return "requests sent at once are answered in order";
    }

    @Override
    public String sentence() {
        return "A hundred requests for different files go out in one write; their answers have to come in"
                + " the same order, on the same connection, and the connection stays usable.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of();
    }

    @Override
    public Finding examine(URI server, CheckSite site) throws IOException {
        try (var client = RawClient.to(server)) {
            client.send(
                    IntStream.range(0, REQUESTS)
                            .mapToObj(site::different)
                            .map(file -> RawClient.request("GET", file))
                            .collect(Collectors.joining()));
            for (int i = 0; i < REQUESTS; i++) {
                var expected = site.bytes(site.different(i));
                if (!Arrays.equals(client.read().body(), expected)) {
                    return Finding.red("answer %d is not the one that was asked for", i + 1);
                }
            }
            int status = client.get(site.page()).status();
            return status == 200 ? Finding.GREEN : Finding.red("the next request gets %d", status);
        }
    }
}
