package eventloop.lab.study.blackbox;

import static eventloop.lab.study.blackbox.Promise.plain;

import eventloop.lab.study.wire.Answer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A download that broke off is taken up where it did; a film is begun in its middle.
final class SeventhLevel {
    private static final int FIRST = 5_000_000;
    private static final int LAST = 5_000_999;
    private static final int SUFFIX = 500;

    static final List<Promise> PROMISES =
            List.of(
                    plain(
                            "a part of a file can be asked for",
                            "RFC 9110 §14.2 and §15.3.7: 206, Content-Range, and these bytes; both ends count.",
                            "the arithmetic: bytes=5-9 are five bytes.",
                            visit -> part(visit, FIRST + "-" + LAST, FIRST, LAST)),
                    plain(
                            "so can the last bytes of it",
                            "RFC 9110 §14.1.2: bytes=-500 are the last five hundred.",
                            "how you read a range that has no first number.",
                            visit -> {
                                int length = visit.site().bytes(visit.site().large()).length;
                                part(visit, "-" + SUFFIX, length - SUFFIX, length - 1);
                            }),
                    plain(
                            "a part behind the end does not exist",
                            "RFC 9110 §15.5.17: 416, and Content-Range says how long the file is.",
                            "what you do when the first number is past the last byte.",
                            SeventhLevel::behindTheEnd),
                    plain(
                            "a part of an older version is not sent",
                            "RFC 9110 §13.1.5: when the tag in If-Range is not the file's, the whole file is due; else"
                                    + " a download becomes a mixture of two versions.",
                            "whether you look at If-Range before you look at Range.",
                            SeventhLevel::olderVersion));

    private SeventhLevel() {}

    private static void part(Visit visit, String range, int first, int last)
            throws IOException, BrokenPromiseException {
        var file = visit.site().bytes(visit.site().large());
        var answer = visit.get(visit.site().large(), "Range: bytes=" + range);
        visit.expectStatus(206, answer);
        var content = "bytes %d-%d/%d".formatted(first, last, file.length);
        visit.expect(
                answer.header("content-range").equals(Optional.of(content)),
                "Content-Range: " + content);
        visit.expect(
                Arrays.equals(answer.body(), Arrays.copyOfRange(file, first, last + 1)),
                "the bytes from %,d to %,d of the file".formatted(first, last));
    }

    private static void behindTheEnd(Visit visit) throws IOException, BrokenPromiseException {
        int length = visit.site().bytes(visit.site().large()).length;
        var answer = visit.get(visit.site().large(), "Range: bytes=%d-".formatted(length));
        visit.expectStatus(416, answer);
        var expected = "bytes */" + length;
        visit.expect(
                answer.header("content-range").equals(Optional.of(expected)),
                "Content-Range: " + expected);
    }

    private static void olderVersion(Visit visit) throws IOException, BrokenPromiseException {
        Answer answer =
                visit.get(
                        visit.site().large(),
                        "Range: bytes=%d-%d".formatted(FIRST, LAST),
                        "If-Range: \"an-older-version\"");
        visit.expectFile(visit.site().large(), answer);
    }
}
