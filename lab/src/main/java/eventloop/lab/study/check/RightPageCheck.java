package eventloop.lab.study.check;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The least that a web server does.
final class RightPageCheck implements PortCheck {
    private static final Pattern TYPE =
            Pattern.compile("text/html(; *charset=utf-8)?", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "a page arrives byte for byte";
    }

    @Override
    public String sentence() {
        return "A page is asked for with HEAD and GET on one connection, and a page that is not there:"
                + " status, type, length, date and every byte have to be right.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of();
    }

    @Override
    public Finding examine(URI server, CheckSite site) throws IOException {
        var content = site.bytes(site.page());
        try (var client = RawClient.to(server)) {
            client.send(RawClient.request("HEAD", site.page()));
            var head = client.readHead();
            var page = client.get(site.page());
            var missing = client.get("/there-is-no-such-page");
            if (!hasRightHead(page, content)) {
                return Finding.red("GET gets %d %s", page.status(), page.headers());
            }
            if (!hasRightHead(head, content)) {
                return Finding.red("HEAD gets %d %s", head.status(), head.headers());
            }
            if (!Arrays.equals(page.body(), content)) {
                return Finding.red("the bytes are not those of the file");
            }
            return missing.status() == 404
                    ? Finding.GREEN
                    : Finding.red("a page that is not there gets %d", missing.status());
        }
    }

    private static boolean hasRightHead(Answer answer, byte[] content) {
        return answer.version().equals("HTTP/1.1")
                && answer.status() == 200
                && answer.header("content-type").filter(TYPE.asMatchPredicate()).isPresent()
                && answer.header("content-length").equals(Optional.of("" + content.length))
                && answer.header("date").isPresent();
    }
}
