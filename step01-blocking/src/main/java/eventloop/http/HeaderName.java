package eventloop.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A request header that somebody in this program reads. `Host` and `Connection` are seen to by the parser
/// itself, and kept only for who names them here. All others are checked for their form and then dropped: a
/// browser sends some fifteen headers with each request, and a string nobody reads is work for the parser and
/// the garbage collector.
///
/// So whoever wants to read one names it, by [#keep], and the parser keeps it from then on. A handler
/// does so in a static field: it is then named before the first request comes.
public final class HeaderName {
    /// Stands first: the constants below add themselves to it.
    private static volatile HeaderName[] all = {};

    static final HeaderName CONTENT_LENGTH = keep("Content-Length");
    static final HeaderName EXPECT = keep("Expect");
    static final HeaderName TRANSFER_ENCODING = keep("Transfer-Encoding");

    private final byte[] lowerCase;

    /// As [#named] gives it out: made once, so that a request makes nothing.
    private final Optional<HeaderName> found = Optional.of(this);

    private HeaderName(byte[] lowerCase) {
        this.lowerCase = lowerCase;
    }

    /// Has the parser keep the header of this name from now on, and names it. Any thread.
    public static synchronized HeaderName keep(String name) {
        var lowerCase = Bytes.of(name.toLowerCase(Locale.ROOT));
        for (var known : all) {
            if (Arrays.equals(known.lowerCase, lowerCase)) {
                return known;
            }
        }
        var added = new HeaderName(lowerCase);
        var more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = added;
        all = more;
        return added;
    }

    /// The header named by the bytes in `[from, to)`, in any case; empty for one nobody reads.
    static Optional<HeaderName> named(ByteBuffer bytes, int from, int to) {
        for (var candidate : all) {
            if (Bytes.equalIgnoringCase(bytes, from, to, candidate.lowerCase)) {
                return candidate.found;
            }
        }
        return Optional.empty();
    }
}
