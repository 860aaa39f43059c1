package eventloop.lab.study.blackbox;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.NoAnswerException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.stream.Collectors;

/// Requests, answers and failures in a few lines that a beginner can read.
final class Wording {
    private static final int MOST_LINES = 8;
    private static final int LONGEST_LINE = 90;
    private static final int BODY_SHOWN = 60;

    private Wording() {}

    static String request(String request) {
        var lines = request.lines().filter(line -> !line.isEmpty()).toList();
        var shown =
                lines.stream()
                        .limit(MOST_LINES)
                        .map(Wording::cut)
                        .collect(Collectors.joining("\n"));
        return lines.size() <= MOST_LINES ? shown : shown + "\n…";
    }

    static String answer(Answer answer) {
        var headers =
                answer.headers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .limit(MOST_LINES)
                        .map(header -> cut(header.getKey() + ": " + header.getValue()))
                        .toList();
        var head = answer.line() + (headers.isEmpty() ? "" : "\n" + String.join("\n", headers));
        return answer.body().length == 0 ? head : head + "\n" + body(answer.body());
    }

    private static String body(byte[] body) {
        var beginning = new StringBuilder();
        for (int i = 0; i < Math.min(BODY_SHOWN, body.length); i++) {
            beginning.append(printable(body[i]));
        }
        return "(body of %,d bytes: %s%s)"
                .formatted(body.length, beginning, body.length > BODY_SHOWN ? "…" : "");
    }

    private static char printable(byte value) {
        return value >= ' ' && value <= '~' ? (char) value : '.';
    }

    static String difference(byte[] came, byte[] due, int first) {
        if (first == came.length) {
            return "(the body ends after %,d of %,d bytes)".formatted(came.length, due.length);
        }
        if (first == due.length) {
            return "(the body goes on behind the file's last byte)";
        }
        return "(byte %,d of the body is %02x, and in the file %02x)"
                .formatted(first, came[first], due[first]);
    }

    /// What a client that expected an answer has seen instead.
    static String failure(IOException failure) {
        return switch (failure) {
            case ConnectException _ -> "the server does not accept connections any more";
            case SocketTimeoutException _ -> "no answer in time";
            case EOFException end -> end.getMessage();
            case NoAnswerException mumbling -> mumbling.getMessage();
            case SocketException reset ->
                    "the server has reset the connection (" + reset.getMessage() + ")";
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
