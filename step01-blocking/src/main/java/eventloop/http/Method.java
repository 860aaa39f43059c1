package eventloop.http;

import java.nio.ByteBuffer;

/// The request methods of RFC 9110 §9 and PATCH. Names are case-sensitive: `get` is [#UNKNOWN].
public enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE,
    CONNECT,
    OPTIONS,
    TRACE,
    PATCH,
    /// A method this server has never heard of, answered with 501; or one that has not been read.
    UNKNOWN;

    private static final Method[] ALL = values();

    private final byte[] name = Bytes.of(name());

    /// The method named by the bytes in `[from, to)`.
    static Method named(ByteBuffer bytes, int from, int to) {
        for (var method : ALL) {
            if (method != UNKNOWN && Bytes.equal(bytes, from, to, method.name)) {
                return method;
            }
        }
        return UNKNOWN;
    }
}
