package eventloop.lab.study.peers;

import static eventloop.lab.study.peers.PeerSite.PAGE;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A client that has a copy asks whether it is still good (RFC 9110, 13).
final class Validators {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final String LONG_AGO = "Mon, 01 Jan 2018 00:00:00 GMT";

    private Validators() {}

    static PeerTopic topic() {
        return PeerTopic.quick(
                "validators",
                "Whether a copy is still good",
                List.of(5, 6),
                List.of(
                        new PeerQuestion("what a page comes with", "", Validators::given),
                        question(
                                "its own ETag back in `If-None-Match`",
                                "304 (§13.1.2)",
                                page -> tag(page).map("If-None-Match: "::concat).stream().toList()),
                        question(
                                "the same as a weak tag, in a list",
                                "304 (§13.1.2)",
                                page ->
                                        tag(page)
                                                .map(Validators::weakInAList)
                                                .map("If-None-Match: "::concat)
                                                .stream()
                                                .toList()),
                        question(
                                "`If-None-Match: *`",
                                "304 (§13.1.2)",
                                _ -> List.of("If-None-Match: *")),
                        question(
                                "another tag, and `If-Modified-Since` now",
                                "200: the tag decides (§13.1.3)",
                                _ -> List.of("If-None-Match: \"other\"", since(now()))),
                        question(
                                "its own tag, and `If-Modified-Since` in 2018",
                                "304: the tag decides (§13.1.3)",
                                page ->
                                        tag(page)
                                                .map(tag ->
                                                        List.of(
                                                                "If-None-Match: " + tag,
                                                                since(LONG_AGO)))
                                                .orElse(List.of())),
                        question(
                                "its own `Last-Modified` back",
                                "304 (§13.1.3)",
                                page -> modified(page).map(Validators::since).stream().toList()),
                        question(
                                "`If-Modified-Since` now",
                                "304 (§13.1.3)",
                                page ->
                                        modified(page)
                                                .map(_ -> List.of(since(now())))
                                                .orElse(List.of())),
                        question(
                                "`If-Match` with another tag",
                                "412 (§13.1.1)",
                                page ->
                                        tag(page)
                                                .map(_ -> List.of("If-Match: \"other\""))
                                                .orElse(List.of()))));
    }

    /// Makes the headers of a second request out of the first answer; none where it lacks what they need.
    private interface Condition {
        List<String> after(Answer page);
    }

    private static PeerQuestion question(String text, String due, Condition condition) {
        return new PeerQuestion(text, due, server -> ask(server, condition));
    }

    private static String ask(URI server, Condition condition) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    var headers = condition.after(client.get(PAGE));
                    return headers.isEmpty() ? "–" : status(server, headers);
                });
    }

    /// On a connection of its own, since not every server keeps one.
    private static String status(URI server, List<String> headers) throws IOException {
        return Conversation.status(
                server, RawClient.request("GET", PAGE, headers.toArray(String[]::new)));
    }

    private static String given(URI server) throws IOException {
        return Conversation.with(
                server,
                client -> {
                    var page = client.get(PAGE);
                    var tag = tag(page).map(Validators::kind).orElse("no ETag");
                    return modified(page).isPresent() ? tag + ", date" : tag + ", no date";
                });
    }

    private static String kind(String tag) {
        return tag.startsWith("W/") ? "weak ETag" : "ETag";
    }

    private static String weakInAList(String tag) {
        return "\"other\", " + (tag.startsWith("W/") ? tag : "W/" + tag);
    }

    private static Optional<String> tag(Answer page) {
        return page.header("etag");
    }

    private static Optional<String> modified(Answer page) {
        return page.header("last-modified");
    }

    private static String since(String date) {
        return "If-Modified-Since: " + date;
    }

    private static String now() {
        return DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
    }
}
