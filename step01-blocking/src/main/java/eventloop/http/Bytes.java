package eventloop.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Looking at ASCII in a buffer without making strings of it.
final class Bytes {
    private Bytes() {}

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
