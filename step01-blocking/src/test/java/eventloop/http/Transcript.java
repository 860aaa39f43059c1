package eventloop.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a parser says to bytes that arrive in pieces, one line for each answer. Two transcripts are equal if
/// the parser understood the same.
final class Transcript {
    private Transcript() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<String> of(String input) {
        return of(Limits.DEFAULT, bytes(input));
    }

    /// @param cuts where the network cuts the bytes, in rising order
    static List<String> of(Limits limits, byte[] bytes, int... cuts) {
        var parser = new RequestParser(limits);
        var lines = new ArrayList<String>();
        int from = 0;
        for (int to : ends(bytes, cuts)) {
            if (!feed(parser, ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, to)), lines)) {
                return lines;
            }
            from = to;
        }
        if (parser.isWithinRequest()) {
            lines.add("…");
        }
        return lines;
    }

    static List<String> ofSingleBytes(Limits limits, byte[] bytes) {
        return of(limits, bytes, IntStream.range(1, Math.max(1, bytes.length)).toArray());
    }

    /// Those lines that are requests, without a refusal at the end.
    static List<String> requests(List<String> transcript) {
        return transcript.stream().filter(line -> Character.isUpperCase(line.charAt(0))).toList();
    }

    private static int[] ends(byte[] bytes, int... cuts) {
        var ends = Arrays.copyOf(cuts, cuts.length + 1);
        ends[cuts.length] = bytes.length;
        return ends;
    }

    /// @return whether the connection goes on, so that the parser may be called again
    private static boolean feed(RequestParser parser, ByteBuffer piece, List<String> lines) {
        while (true) {
            switch (parser.parse(piece)) {
                case Request request -> {
                    lines.add(describe(request));
                    if (!request.wantsKeepAlive()) {
                        return false;
                    }
                }
                case Parsed.Refused(var status, var reason, _) -> {
                    lines.add(codeOf(status) + " " + reason);
                    return false;
                }
                case Parsed.NeedMore _ -> {
                    if (piece.hasRemaining()) {
                        throw new AssertionError("the parser wants more and has not taken all");
                    }
                    return true;
                }
            }
        }
    }

    private static String codeOf(Status status) {
        return status.toString().substring(0, 3);
    }

    private static String describe(Request request) {
        var headers =
                Stream.of("Content-Length", "Expect", "Transfer-Encoding")
                        .filter(name -> request.headers().has(HeaderName.keep(name)))
                        .map(name -> name + "=" + request.headers().value(HeaderName.keep(name)))
                        .collect(Collectors.joining(";"));
        var query = request.path().query().isEmpty() ? "" : "?" + request.path().query();
        var fate = request.wantsKeepAlive() ? "" : "CLOSE ";
        return "%s %s%s %s %s%s"
                .formatted(
                        request.method(),
                        request.path().path(),
                        query,
                        request.version(),
                        fate,
                        headers)
                .strip();
    }
}
