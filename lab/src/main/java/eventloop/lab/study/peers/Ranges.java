package eventloop.lab.study.peers;

import static eventloop.lab.study.peers.PeerSite.EMPTY;
import static eventloop.lab.study.peers.PeerSite.PAGE;
import static eventloop.lab.study.peers.PeerSite.PAGE_BYTES;

import eventloop.lab.study.wire.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// A part of a file (RFC 9110, 14): a download taken up where it broke off, a place in a film.
final class Ranges {
    private Ranges() {}

    static PeerTopic topic() {
        return PeerTopic.quick(
                "ranges",
                "A part of a file of %,d bytes".formatted(PAGE_BYTES),
                List.of(6, 7),
                List.of(
                        part("`bytes=100-199`", "206 100–199 (§14.2)", "bytes=100-199"),
                        part("`bytes=900-`", "206 900–999", "bytes=900-"),
                        part("`bytes=-100`, the last hundred", "206 900–999", "bytes=-100"),
                        part(
                                "`bytes=-5000`, more than there are",
                                "206 0–999, or all (§14.1.2)",
                                "bytes=-5000"),
                        part("`bytes=5000-`, behind the end", "416 (§15.5.17)", "bytes=5000-"),
                        part("`bytes=0-0,-1`, two parts", "206 in parts, or all", "bytes=0-0,-1"),
                        part("`bytes=5-2`, nonsense", "all, or 416 (§14.2)", "bytes=5-2"),
                        part("`lines=1-2`, a unit nobody knows", "all (§14.2)", "lines=1-2"),
                        new PeerQuestion(
                                "`bytes=-5` of an empty file",
                                "all (§14.1.2)",
                                server -> ask(server, EMPTY, "Range: bytes=-5")),
                        new PeerQuestion(
                                "`If-Range` with its own tag",
                                "206 100–199; all, if the tag is weak (§13.1.5)",
                                Ranges::ownTag),
                        new PeerQuestion(
                                "`If-Range` with another tag",
                                "all (§13.1.5)",
                                server ->
                                        ask(
                                                server,
                                                PAGE,
                                                "Range: bytes=100-199",
                                                "If-Range: \"other\""))));
    }

    private static PeerQuestion part(String text, String due, String range) {
        return new PeerQuestion(text, due, server -> ask(server, PAGE, "Range: " + range));
    }

    private static String ask(URI server, String path, String... headers) throws IOException {
        return Conversation.with(server, client -> words(client.get(path, headers)));
    }

    private static String ownTag(URI server) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    var tag = client.get(PAGE).header("etag");
                    return tag.isEmpty()
                            ? "–"
                            : ask(server, PAGE, "Range: bytes=100-199", "If-Range: " + tag.get());
                });
    }

    private static String words(Answer answer) {
        return switch (answer.status()) {
            case 200 -> "all";
            case 206 -> "206 " + which(answer);
            default -> String.valueOf(answer.status());
        };
    }

    private static String which(Answer answer) {
        return answer.header("content-range")
                .map(range -> range.replaceAll("bytes |/.*", "").replace('-', '–'))
                .orElse("in parts");
    }
}
