package eventloop.http;

import java.nio.ByteBuffer;

/// The protocol versions that are spoken here. They differ in what silence means: an HTTP/1.1
/// connection stays open unless someone says `close`, an HTTP/1.0 one closes unless the client says
/// `keep-alive` (RFC 9112 §9.3).
public enum Version {
    HTTP_1_0,
    HTTP_1_1;

    /// Of every version: `HTTP/`, a digit, a dot and a digit.
    static final int LENGTH = 8;

    private static final byte[] NAME = Bytes.of("HTTP/");
    private static final byte[] NAME_1_1 = Bytes.of("HTTP/1.1");

    /// Whether the bytes in `[from, to)` may be the beginning of a version, or are one.
    static boolean canBegin(ByteBuffer bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes.get(i);
            boolean fits =
                    switch (i - from) {
                        case 5, 7 -> Characters.isDigit(b);
                        case 6 -> b == '.';
                        default -> b == NAME[i - from];
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// The version named by the [#LENGTH] bytes at `from`. A higher minor version is answered as the highest
    /// one known here (RFC 9110 §2.5).
    static Version named(ByteBuffer bytes, int from) throws RefusedRequest {
        if (Bytes.equal(bytes, from, from + LENGTH, NAME_1_1)) {
            return HTTP_1_1;
        }
        if (bytes.get(from + 5) != '1') {
            throw new RefusedRequest(
                    Status.HTTP_VERSION_NOT_SUPPORTED, "this server speaks HTTP/1.0 and HTTP/1.1");
        }
        return bytes.get(from + 7) == '0' ? HTTP_1_0 : HTTP_1_1;
    }
}
