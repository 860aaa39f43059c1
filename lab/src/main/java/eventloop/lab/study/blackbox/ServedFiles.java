package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/// A path means a file, and the file arrives as it is; each request on a connection of its own.
final class ServedFiles {
    static final String MISSING = "/there-is-no-such-page.html";
    private static final int DIGITS = 16;

    static final List<Promise> PROMISES =
            List.of(
                    plain(
                            "a page arrives byte for byte",
                            "RFC 9110 §15.3.1: 200 to a GET brings the file; RFC 9112 §6.2: Content-Length"
                                    + " says how many bytes.",
                            "how you read the file: as bytes, not as text; and how you count its length: in"
                                    + " bytes, not in characters.",
                            visit ->
                                    visit.expectFile(
                                            visit.site().page(), visit.get(visit.site().page()))),
                    plain(
                            "it says what kind of file it is",
                            "RFC 9110 §8.3: without Content-Type a browser has to guess.",
                            "the table from a name's ending to its type.",
                            ServedFiles::type),
                    plain(
                            "it says what time it is",
                            "RFC 9110 §6.6.1: a server that has a clock sends Date.",
                            "the place where you write the headers that all answers have.",
                            visit ->
                                    visit.expect(
                                            visit.get(visit.site().page())
                                                    .header("date")
                                                    .isPresent(),
                                            "a header Date, as in: Date: Sat, 28 Nov 2026 09:00:00 GMT")),
                    plain(
                            "what is not there gets 404",
                            "RFC 9110 §15.5.5.",
                            "what you do when the file cannot be opened.",
                            visit -> visit.expectStatus(404, visit.get(MISSING))),
                    plain(
                            "the directory answers with its index.html",
                            "Step 1: a path that ends in a slash means the page in that directory.",
                            "how you make a file's name out of a path.",
                            ServedFiles::index),
                    plain(
                            "a name may be percent-encoded",
                            "RFC 3986 §2.1: %69 is the letter i, wherever it stands in a path.",
                            "the way from the request line to the file: decode once, before you look for the"
                                    + " file.",
                            ServedFiles::encodedName),
                    plain(
                            "a query does not belong to the name",
                            "RFC 3986 §3.4: the path ends at the question mark.",
                            "how you cut the request line's target into path and query.",
                            ServedFiles::query),
                    plain(
                            "nothing outside the directory is served",
                            "Step 1: a path with .. in it, encoded or not, must not lead out.",
                            "the place where you join the directory and the path: normalise, and then ask whether"
                                    + " it is still inside.",
                            ServedFiles::outside));

    private ServedFiles() {}

    private static void type(Visit visit) throws IOException, BrokenPromiseException {
        var type = visit.get(visit.site().page()).header("content-type").orElse("");
        visit.expect(type.startsWith("text/html"), "Content-Type: text/html; charset=utf-8");
    }

    private static void index(Visit visit) throws IOException, BrokenPromiseException {
        visit.expectFile("/index.html", visit.get("/"));
    }

    private static void encodedName(Visit visit) throws IOException, BrokenPromiseException {
        var page = visit.site().page();
        var encoded =
                "/%" + Integer.toString(page.charAt(1), DIGITS) + page.substring("/x".length());
        visit.expectFile(page, visit.get(encoded));
    }

    private static void query(Visit visit) throws IOException, BrokenPromiseException {
        visit.expectFile(visit.site().page(), visit.get(visit.site().page() + "?a=b"));
    }

    private static void outside(Visit visit)
            throws IOException, BrokenPromiseException, UnknownHereException {
        var secret = visit.site().root().toAbsolutePath().resolveSibling("README.md");
        if (!Files.exists(secret)) {
            throw new UnknownHereException("there is no file %s to be kept".formatted(secret));
        }
        var content = Files.readAllBytes(secret);
        for (var path : List.of("/../README.md", "/%2e%2e/README.md", "/..%2fREADME.md")) {
            var answer = visit.get(path, "Connection: close");
            visit.expect(
                    !Arrays.equals(answer.body(), content),
                    "400, 403 or 404, and nothing of a file outside of the directory");
        }
    }
}
