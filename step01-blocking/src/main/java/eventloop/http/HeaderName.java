package eventloop.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The request headers somebody in this course asks for. All others are checked for their form and
/// then dropped: a browser sends some fifteen headers with each request, and a string nobody reads is
/// work for the parser and the garbage collector. To read one more, name it here.
public enum HeaderName {
    CONNECTION,
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

    private static final List<Optional<HeaderName>> ALL =
            Arrays.stream(values()).map(Optional::of).toList();

    private final byte[] lowerCase =
            name().toLowerCase(Locale.ROOT).replace('_', '-').getBytes(StandardCharsets.US_ASCII);

    /// The header named by the bytes in `[from, to)`, in any case; empty for one nobody asks for.
    static Optional<HeaderName> named(ByteBuffer bytes, int from, int to) {
        for (var candidate : ALL) {
            if (Bytes.equalIgnoringCase(bytes, from, to, candidate.get().lowerCase)) {
                return candidate;
            }
        }
        return Optional.empty();
    }
}
