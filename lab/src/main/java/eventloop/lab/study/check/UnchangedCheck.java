package eventloop.lab.study.check;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// RFC 9110, 13: a client that has a copy asks whether it is still good.
final class UnchangedCheck implements PortCheck {
    @Override
    public String name() {
        return "what has not changed is not sent again";
    }

    @Override
    public String sentence() {
        return "A client asks for a page, and then again with the page's ETag; the second answer has to be"
                + " 304.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(
                ExpectedRed.inSteps(1, 5, "answers do not say which version of the file they are"));
    }

    @Override
    public Finding examine(URI server, CheckSite site) throws IOException {
        try (var client = RawClient.to(server)) {
            var tag = client.get(site.page()).header("etag");
            if (tag.isEmpty()) {
                return Finding.red("an answer has no ETag");
            }
            int status = client.get(site.page(), "If-None-Match: " + tag.get()).status();
            return status == 304 ? Finding.GREEN : Finding.red("the second answer is %d", status);
        }
    }
}
