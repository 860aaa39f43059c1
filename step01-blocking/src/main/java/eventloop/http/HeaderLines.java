package eventloop.http;

import java.nio.ByteBuffer;

/// What the header lines of one head say. The host is checked, the wish for the connection is noted, and of
/// all lines those are kept that somebody reads.
final class HeaderLines {
    private static final byte[] HOST = Bytes.of("host");
    private static final byte[] CONNECTION = Bytes.of("connection");
    private static final byte[] CLOSE = Bytes.of("close");
    private static final byte[] KEEP_ALIVE = Bytes.of("keep-alive");

    private int count;
    private boolean hasHost;
    private boolean saysClose;
    private boolean saysKeepAlive;
    private Headers kept = Headers.NONE;

    /// Forgets what it knows of another head.
    void clear() {
        count = 0;
        hasHost = false;
        saysClose = false;
        saysKeepAlive = false;
        kept = Headers.NONE;
    }

    /// Takes in one line: its name in `[nameFrom, nameTo)`, and its value in `[from, to)`, still with the spaces
    /// around it.
    void add(ByteBuffer bytes, int nameFrom, int nameTo, int from, int to) throws RefusedRequest {
        count++;
        int start = Bytes.skipSpaces(bytes, from, to);
        int end = Bytes.endWithoutSpaces(bytes, start, to);
        if (Bytes.equalIgnoringCase(bytes, nameFrom, nameTo, HOST)) {
            takeHost(bytes, start, end);
        } else if (Bytes.equalIgnoringCase(bytes, nameFrom, nameTo, CONNECTION)) {
            saysClose |= Bytes.isListed(bytes, start, end, CLOSE);
            saysKeepAlive |= Bytes.isListed(bytes, start, end, KEEP_ALIVE);
        }
        var name = HeaderName.named(bytes, nameFrom, nameTo);
        if (name.isPresent()) {
            checkFramingHeader(name.get(), end - start);
            kept = kept.with(name.get(), Bytes.text(bytes, start, end));
        }
    }

    /// One site is served here, whatever it is called.
    private void takeHost(ByteBuffer bytes, int from, int to) throws RefusedRequest {
        if (hasHost) {
            throw new RefusedRequest("there is more than one Host header");
        }
        hasHost = true;
        if (!Authority.isWellFormed(bytes, from, to)) {
            throw new RefusedRequest("the Host header is not a host name");
        }
    }

    /// An empty header counts as none, but the two that say where a request ends must not be empty.
    private static void checkFramingHeader(HeaderName name, int length) throws RefusedRequest {
        if (length == 0
                && (name == HeaderName.CONTENT_LENGTH || name == HeaderName.TRANSFER_ENCODING)) {
            throw new RefusedRequest("Content-Length or Transfer-Encoding is empty");
        }
    }

    int count() {
        return count;
    }

    boolean hasHost() {
        return hasHost;
    }

    /// RFC 9112 §9.3. All lines of the header count as one, and who says both is taken to mean `close`.
    boolean wantsKeepAlive(Version version) {
        return !saysClose && (saysKeepAlive || version == Version.HTTP_1_1);
    }

    /// Those lines that somebody reads.
    Headers headers() {
        return kept;
    }
}
