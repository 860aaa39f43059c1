package eventloop.lab.study.blackbox;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The answers of a [FaultyServer]: right but for its fault.
final class FaultyFiles {
    static final String SLOW = "/slow-0.txt";
    static final long SLOW_MILLIS = 1_500;

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");
    private static final FileTime START = FileTime.fromMillis(0);
    private static final int LARGE = 1 << 20;

    private final Path root;
    private final Fault fault;

    private record Read(FileTime time, byte[] content) {}

    private final Map<Path, Read> cache = new ConcurrentHashMap<>();

    FaultyFiles(Path root, Fault fault) {
        this.root = root.toAbsolutePath().normalize();
        this.fault = fault;
    }

    /// @param body all of it; which part is sent, and whether any, is for the two others to say
    record FaultyAnswer(byte[] head, byte[] body, int from, int to) {}

    static FaultyAnswer error(String status, boolean isHead) {
        return answer(status, "", new byte[] {'?'}, 1, isHead);
    }

    private static FaultyAnswer answer(
            String status, String headers, byte[] body, int length, boolean isHead) {
        return answer(status, headers, body, 0, length, isHead);
    }

    private static FaultyAnswer answer(
            String status, String headers, byte[] body, int from, int length, boolean isHead) {
        var head = "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n".formatted(status, headers, length);
        return new FaultyAnswer(
                head.getBytes(StandardCharsets.ISO_8859_1),
                body,
                from,
                isHead ? from : from + length);
    }

    FaultyAnswer answer(FaultyRequest request) throws IOException {
        boolean isHead = request.method().equals("HEAD") && fault != Fault.BODY_TO_HEAD;
        if (request.header("host").isEmpty() && !request.isOld() && fault != Fault.NEEDS_NO_HOST) {
            return error("400 Bad Request", isHead);
        }
        if (!request.method().matches("GET|HEAD") && fault != Fault.ANY_METHOD) {
            return error("501 Not Implemented", isHead);
        }
        var file = file(request.target());
        boolean isInside = file.startsWith(root) || fault == Fault.CLIMBS_OUT;
        if (!isInside || !Files.isRegularFile(file)) {
            return fault == Fault.FINDS_EVERYTHING
                    ? answer("200 OK", headers(""), new byte[] {'?'}, 1, isHead)
                    : error("404 Not Found", isHead);
        }
        return fileAnswer(request, file, isHead);
    }

    private Path file(String target) {
        var path = fault == Fault.QUERY_IN_NAME ? target : target.split("\\?", 2)[0];
        if (fault != Fault.NO_DECODING) {
            path = URLDecoder.decode(path, StandardCharsets.UTF_8);
        }
        boolean isDirectory = path.endsWith("/") && fault != Fault.NO_INDEX;
        return root.resolve((isDirectory ? path + "index.html" : path).substring(1)).normalize();
    }

    private FaultyAnswer fileAnswer(FaultyRequest request, Path file, boolean isHead)
            throws IOException {
        var content = content(file);
        var tag = "\"%x-%x\"".formatted(content.length, Files.getLastModifiedTime(file).toMillis());
        if (isUnchanged(request, tag)) {
            var head = "HTTP/1.1 304 Not Modified\r\nETag: %s\r\n\r\n".formatted(tag);
            return new FaultyAnswer(head.getBytes(StandardCharsets.ISO_8859_1), new byte[0], 0, 0);
        }
        var range = RANGE.matcher(request.header("range").orElse(""));
        boolean fits =
                request.header("if-range").map(tag::equals).orElse(true)
                        || fault == Fault.MIXES_VERSIONS;
        if (range.matches() && fits && !isHead) {
            return part(range.group(1), range.group(2), content, tag);
        }
        int length =
                fault == Fault.HALF_OF_LARGE && content.length > LARGE
                        ? content.length / 2
                        : content.length;
        return answer("200 OK", headers(tag), content, length, isHead);
    }

    private byte[] content(Path file) throws IOException {
        var time = fault == Fault.NEVER_LOOKS_AGAIN ? START : Files.getLastModifiedTime(file);
        var known = cache.get(file);
        if (known != null && known.time().equals(time)) {
            return known.content();
        }
        var content = Files.readAllBytes(file);
        if (fault == Fault.WRONG_BYTE) {
            content[content.length - 1]++;
        }
        cache.put(file, new Read(time, content));
        return content;
    }

    private boolean isUnchanged(FaultyRequest request, String tag) {
        boolean isSame = request.header("if-none-match").filter(tag::equals).isPresent();
        boolean isDated = request.header("if-modified-since").isPresent();
        return isSame && fault != Fault.SENDS_AGAIN || isDated && fault == Fault.DATE_DECIDES;
    }

    private FaultyAnswer part(String first, String last, byte[] content, String tag) {
        int from;
        int to = content.length;
        if (first.isEmpty() && fault != Fault.NO_SUFFIX) {
            from = content.length - Integer.parseInt(last);
        } else {
            from = first.isEmpty() ? 0 : Integer.parseInt(first);
            to =
                    last.isEmpty()
                            ? to
                            : Integer.parseInt(last) + (fault == Fault.ONE_BYTE_LESS ? 0 : 1);
        }
        if (from >= content.length) {
            return fault == Fault.SENDS_WHAT_THERE_IS
                    ? answer("206 Partial Content", headers(tag), new byte[0], 0, false)
                    : answer(
                            "416 Range Not Satisfiable",
                            "Content-Range: bytes */%d\r\n".formatted(content.length),
                            new byte[0],
                            0,
                            false);
        }
        var range = "Content-Range: bytes %d-%d/%d\r\n".formatted(from, to - 1, content.length);
        return answer("206 Partial Content", range + headers(tag), content, from, to - from, false);
    }

    private String headers(String tag) {
        var type = fault == Fault.PLAIN_TYPE ? "application/octet-stream" : "text/html";
        var date = fault == Fault.NO_DATE ? "" : "Date: Mon, 01 Jan 2018 00:00:00 GMT\r\n";
        var etag = fault == Fault.NO_TAG || tag.isEmpty() ? "" : "ETag: " + tag + "\r\n";
        return "Content-Type: %s\r\n%s%s".formatted(type, date, etag);
    }
}
