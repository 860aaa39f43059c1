package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.plain;

import eventloop.lab.study.wire.RawClient.Next;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Copies: the client's, and the server's own.
final class SixthLevel {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final Duration SOON = Duration.ofMillis(300);

    /// The cache of step 6 believes for a second what it has seen, and may answer once more while it looks.
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private static final int MOST_LOOKS = 20;

    static final List<Promise> PROMISES =
            List.of(
                    plain(
                            "a page has a tag",
                            "RFC 9110 §8.8.3: ETag names this version of the file.",
                            "what makes two versions of a file different: its length, its times, its number.",
                            visit ->
                                    visit.expect(
                                            visit.get(visit.site().page())
                                                    .header("etag")
                                                    .filter(tag -> tag.matches("(W/)?\"[^\"]*\""))
                                                    .isPresent(),
                                            "a header ETag, as in: ETag: \"5f3-1a2b\"")),
                    plain(
                            "what has not changed is not sent again",
                            "RFC 9110 §13.1.2 and §15.4.5: 304, and no body, to the tag that a page came with.",
                            "how you compare the tags in If-None-Match, one of which may be enough.",
                            SixthLevel::unchanged),
                    plain(
                            "another tag gets the page, whatever the date says",
                            "RFC 9110 §13.1.3: with If-None-Match there, If-Modified-Since is not looked at.",
                            "the order in which you ask: tag first, and date only without one.",
                            visit ->
                                    visit.expectFile(
                                            visit.site().page(),
                                            visit.get(
                                                    visit.site().page(),
                                                    "If-None-Match: \"another\"",
                                                    "If-Modified-Since: " + now()))),
                    plain(
                            "a file that has changed is sent anew",
                            "Step 6: a copy in the server's memory may be used as long as the file is the same.",
                            "when you look whether the file is still what it was, and what you compare: its length and"
                                    + " its times.",
                            SixthLevel::changed));

    private SixthLevel() {}

    private static String now() {
        return DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    private static void unchanged(Visit visit) throws IOException, BrokenPromiseException {
        var client = visit.connect();
        var tag = visit.get(client, visit.site().page()).header("etag").orElse("");
        visit.expect(!tag.isEmpty(), "an ETag, to be sent back");
        var answer = visit.get(client, visit.site().page(), "If-None-Match: " + tag);
        visit.expectStatus(304, answer);
        visit.expect(client.next(SOON) != Next.BYTE, "no body");
    }

    private static void changed(Visit visit)
            throws IOException, BrokenPromiseException, UnknownHereException {
        var large = visit.site().large();
        var directory = large.substring(0, large.lastIndexOf('/') + 1);
        var file = makeFile(visit.site().root().resolve(directory.substring(1)));
        var path = directory + file.getFileName();
        try {
            // A temporary file is for its owner alone, and the server may be somebody else.
            file.toFile().setReadable(true, false);
            Files.writeString(file, "first");
            if (visit.get(path).status() != 200) {
                throw new UnknownHereException(
                        "the server serves a copy of " + visit.site().root());
            }
            Files.writeString(file, "and then");
            int looks = 1;
            while (!isNew(visit, path) && looks < MOST_LOOKS) {
                visit.rest(BETWEEN_LOOKS);
                looks++;
            }
            visit.expectFile(path, visit.get(path));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Path makeFile(Path directory) throws IOException, UnknownHereException {
        try {
            var file = Files.createTempFile(directory, "changing-", ".txt");
            file.toFile().deleteOnExit();
            return file;
        } catch (FileSystemException notAllowed) {
            throw new UnknownHereException(
                    "no file can be made in %s: %s"
                            .formatted(directory, notAllowed.getClass().getSimpleName()));
        }
    }

    private static boolean isNew(Visit visit, String path) throws IOException {
        return Arrays.equals(visit.site().bytes(path), visit.get(path).body());
    }
}
