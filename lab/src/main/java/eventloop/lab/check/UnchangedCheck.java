package eventloop.lab.check;

import static eventloop.lab.check.CheckSite.PAGE;

import eventloop.lab.server.ServerFailure;
import java.io.IOException;
import java.util.List;

/// RFC 9110, 13: a client that has a copy asks whether it is still good.
final class UnchangedCheck implements Check {
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
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start();
                var client = RawClient.to(server.address())) {
            var tag = client.get(PAGE).header("etag");
            if (tag.isEmpty()) {
                return Finding.red("an answer has no ETag");
            }
            int status = client.get(PAGE, "If-None-Match: " + tag.get()).status();
            return status == 304 ? Finding.GREEN : Finding.red("the second answer is %d", status);
        }
    }
}
