package eventloop.lab.study.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes responses from a stream one by one, each to its last byte and not one further.
final class AnswerReader {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/\\d\\.\\d \\d{3}( .*)?");

    /// Longer is no line of a response's head.
    private static final int LONGEST_LINE = 16_384;

    private static final Pattern DIGITS = Pattern.compile("\\p{XDigit}+");

    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    private final InputStream input;

    AnswerReader(InputStream input) {
        this.input = input;
    }

    /// One response. Its body ends as RFC 9112, 6.3, has it: by its status, by the chunk that says so, where
    /// `Content-Length` says, or with the connection.
    Answer read() throws IOException {
        var head = readHead();
        if (head.status() / 100 == 1 || head.status() == 204 || head.status() == 304) {
            return head;
        }
        if (head.header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return head.with(readChunks());
        }
        var length = head.header("content-length");
        return head.with(
                length.isPresent()
                        ? readBytes(size("Content-Length", length.get(), DECIMAL))
                        : input.readAllBytes());
    }

    /// @param digits nothing else, as RFC 9112, 6.2 and 7.1, have it: no sign
    private static int size(String name, String digits, int radix) throws NoAnswerException {
        try {
            if (DIGITS.matcher(digits).matches()) {
                return Integer.parseInt(digits, radix);
            }
        } catch (NumberFormatException tooLarge) {
            // As many bytes as nobody here asks for.
        }
        throw new NoAnswerException("its %s is %s".formatted(name, digits));
    }

    /// The beginning of a response, or all of one that has no body.
    Answer readHead() throws IOException {
        var statusLine = readLine();
        if (!STATUS_LINE.matcher(statusLine).matches()) {
            throw new NoAnswerException("this is no status line: " + statusLine);
        }
        return new Answer(statusLine, readHeaders(), new byte[0]);
    }

    private Map<String, String> readHeaders() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new NoAnswerException("this is no header: " + line);
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (first, next) -> first + ", " + next);
        }
        return headers;
    }

    private byte[] readChunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = readChunkSize(); size > 0; size = readChunkSize()) {
            body.write(readBytes(size));
            readLine();
        }
        readHeaders();
        return body.toByteArray();
    }

    private int readChunkSize() throws IOException {
        return size("size of a chunk", readLine().split(";", 2)[0].strip(), HEXADECIMAL);
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            int next = input.read();
            if (next < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (next == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) next);
        }
        throw new NoAnswerException("a line does not end within %,d bytes".formatted(LONGEST_LINE));
    }

    /// Exactly so many bytes of a body.
    byte[] readBytes(int count) throws IOException {
        var bytes = input.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(
                    "the connection ended within an answer, after %,d of %,d bytes"
                            .formatted(bytes.length, count));
        }
        return bytes;
    }
}
