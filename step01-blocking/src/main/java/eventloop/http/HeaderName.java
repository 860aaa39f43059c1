package eventloop.http;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/// The request headers somebody in this course asks for. `Host` and `Connection` are seen to by the parser
/// itself. All others are checked for their form and then dropped: a browser sends some fifteen headers with
/// each request, and a string nobody reads is work for the parser and the garbage collector. To read one
/// more, name it here.
public enum HeaderName {
    CONTENT_LENGTH,
    EXPECT,
    IF_MATCH,
    IF_MODIFIED_SINCE,
    IF_NONE_MATCH,
    IF_RANGE,
    IF_UNMODIFIED_SINCE,
    RANGE,
    TRANSFER_ENCODING;

    static final int COUNT = values().length;

    private static final HeaderName[] ALL = values();

    private final Optional<HeaderName> found = Optional.of(this);
    private final byte[] lowerCase = Bytes.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));

    /// The header named by the bytes in `[from, to)`, in any case; empty for one nobody asks for.
    static Optional<HeaderName> named(ByteBuffer bytes, int from, int to) {
        for (var candidate : ALL) {
            if (Bytes.equalIgnoringCase(bytes, from, to, candidate.lowerCase)) {
                return candidate.found;
            }
        }
        return Optional.empty();
    }
}
