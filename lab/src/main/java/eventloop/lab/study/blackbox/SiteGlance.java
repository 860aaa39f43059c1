package eventloop.lab.study.blackbox;

import eventloop.lab.study.blackbox.Acquaintance.Stranger;
import eventloop.lab.study.check.CheckSite;
import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a server serves the course's site, and what it serves instead. A page that differs in some bytes is the
/// site's all the same, and broken: its title says so.
final class SiteGlance {
    private static final Pattern TITLE =
            Pattern.compile("<title>(.{1,80}?)</title>", Pattern.CASE_INSENSITIVE);

    /// Where the site is for a server that was started in the course's directory, or one below it.
    private static final List<String> PLACES = List.of("/lab/site", "/site");

    private SiteGlance() {}

    static boolean isOfTheSite(Answer answer, CheckSite site) throws IOException {
        return answer.status() == 200
                && title(answer.body()).equals(title(site.bytes(site.page())));
    }

    private static Optional<String> title(byte[] page) {
        var matcher = TITLE.matcher(new String(page, StandardCharsets.UTF_8));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// @param answer to the site's page
    static Stranger whereItIs(URI server, CheckSite site, Answer answer) throws IOException {
        var help = "start it with the directory " + site.root().toAbsolutePath().normalize();
        for (var place : PLACES) {
            var there = get(server, place + site.page());
            if (there.isPresent() && isOfTheSite(there.get(), site)) {
                return new Stranger(
                        "this server serves another directory: the course's site is at its %s/"
                                .formatted(place),
                        help);
            }
        }
        return new Stranger(
                "this is not the course's site: GET %s brings %d%s"
                        .formatted(
                                site.page(),
                                answer.status(),
                                title(answer.body())
                                        .map(title -> ", \"" + title + "\"")
                                        .orElse("")),
                help + "; or is it the wrong port?");
    }

    /// Empty also if the server has answered as often as it wants to.
    private static Optional<Answer> get(URI server, String path) {
        try (var client = RawClient.to(server)) {
            client.waitAtMost(Acquaintance.PATIENCE);
            return Optional.of(client.get(path));
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }
}
