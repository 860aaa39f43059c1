package eventloop.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Looking at ASCII in a buffer without making strings of it.
final class Bytes {
    private Bytes() {}

    static byte[] of(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /// The index of the first byte in `[from, to)` that belongs to no token; `to` if all do.
    static int endOfToken(ByteBuffer bytes, int from, int to) {
        int i = from;
        while (i < to && Characters.isToken(bytes.get(i))) {
            i++;
        }
        return i;
    }

    /// The index of the first byte in `[from, to)` that may stand in no request target; `to` if all may.
    static int endOfTarget(ByteBuffer bytes, int from, int to) {
        int i = from;
        while (i < to && Characters.isInTarget(bytes.get(i))) {
            i++;
        }
        return i;
    }

    /// The index of the first control character in `[from, to)`; `to` if there is none.
    static int endOfText(ByteBuffer bytes, int from, int to) {
        int i = from;
        while (i < to && !Characters.isControl(bytes.get(i))) {
            i++;
        }
        return i;
    }

    /// The index of the first byte in `[from, to)` that is no space; `to` if all are.
    static int skipSpaces(ByteBuffer bytes, int from, int to) {
        int i = from;
        while (i < to && Characters.isSpace(bytes.get(i))) {
            i++;
        }
        return i;
    }

    /// One past the last byte in `[from, to)` that is no space; `from` if all are.
    static int endWithoutSpaces(ByteBuffer bytes, int from, int to) {
        int end = to;
        while (end > from && Characters.isSpace(bytes.get(end - 1))) {
            end--;
        }
        return end;
    }

    /// Whether `[from, to)` holds exactly `expected`.
    static boolean equal(ByteBuffer bytes, int from, int to, byte[] expected) {
        if (to - from != expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes.get(from + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether `[from, to)` holds `expected`, which is in lower case, in any mix of cases.
    static boolean equalIgnoringCase(ByteBuffer bytes, int from, int to, byte[] expected) {
        if (to - from != expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (lowerCase(bytes.get(from + i)) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether `expected`, which is in lower case, is an element of the list in `[from, to)`, in any mix of
    /// cases. Elements stand between commas, with spaces around them or not (RFC 9110 §5.6.1).
    static boolean isListed(ByteBuffer bytes, int from, int to, byte[] expected) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes.get(i) == ',') {
                if (isElement(bytes, start, i, expected)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isElement(ByteBuffer bytes, int from, int to, byte[] expected) {
        int start = skipSpaces(bytes, from, to);
        int end = endWithoutSpaces(bytes, start, to);
        return equalIgnoringCase(bytes, start, end, expected);
    }

    /// The bytes of `[from, to)` as characters of the same number (ISO 8859-1).
    static String text(ByteBuffer bytes, int from, int to) {
        var copy = new byte[to - from];
        bytes.get(from, copy);
        return new String(copy, StandardCharsets.ISO_8859_1);
    }

    private static byte lowerCase(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }
}
