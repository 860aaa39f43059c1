package eventloop.http;

import java.nio.ByteBuffer;

/// The protocol versions that are spoken here. They differ in what silence means: an HTTP/1.1
/// connection stays open unless someone says `close`, an HTTP/1.0 one closes unless the client says
/// `keep-alive` (RFC 9112 §9.3).
public enum Version {
    HTTP_1_0,
    HTTP_1_1;

    private static final byte[] NAME = Bytes.of("HTTP/");
    private static final byte[] NAME_1_1 = Bytes.of("HTTP/1.1");

    /// The version named by the bytes in `[from, to)`. A higher minor version is answered as the highest
    /// one known here (RFC 9110 §2.5).
    static Version named(ByteBuffer bytes, int from, int to) throws MalformedRequest {
        if (Bytes.equal(bytes, from, to, NAME_1_1)) {
            return HTTP_1_1;
        }
        if (!isWellFormed(bytes, from, to)) {
            throw new MalformedRequest("the request line does not end with an HTTP version");
        }
        if (bytes.get(from + 5) != '1') {
            throw new MalformedRequest(
                    Status.HTTP_VERSION_NOT_SUPPORTED, "this server speaks HTTP/1.0 and HTTP/1.1");
        }
        return bytes.get(from + 7) == '0' ? HTTP_1_0 : HTTP_1_1;
    }

    private static boolean isWellFormed(ByteBuffer bytes, int from, int to) {
        return to - from == NAME_1_1.length
                && Bytes.equal(bytes, from, from + NAME.length, NAME)
                && Characters.isDigit(bytes.get(from + 5))
                && bytes.get(from + 6) == '.'
                && Characters.isDigit(bytes.get(from + 7));
    }
}
