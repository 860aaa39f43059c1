package eventloop.http;

import java.nio.ByteBuffer;

/// Reads one request head that has arrived as a whole: the request line and the header lines
/// (RFC 9112 §3 and §5).
///
/// It is stricter than the RFC allows in one point, on purpose: a line ends with CR LF and nothing
/// else. Where a proxy and a server disagree about what ends a line, one can be made to see a request
/// the other does not ("request smuggling"), and a server that takes one spelling cannot disagree.
final class HeadParser {
    private static final byte[] HOST = Bytes.of("host");
    private static final byte[] CONNECTION = Bytes.of("connection");
    private static final byte[] CLOSE = Bytes.of("close");
    private static final byte[] KEEP_ALIVE = Bytes.of("keep-alive");
    private static final KnownPaths PATHS = new KnownPaths();

    private final ByteBuffer bytes;
    private int at;
    private Method method = Method.UNKNOWN;
    private boolean hasHost;
    private boolean saysClose;
    private boolean saysKeepAlive;
    private Headers headers = Headers.NONE;

    /// @param from the first byte of the head
    HeadParser(ByteBuffer bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /// @param end one past the last byte, which is the line feed of the empty line that ends the head
    Request parse(int end, Limits limits) throws MalformedRequest {
        try {
            return parseHead(end, limits);
        } catch (MalformedRequest malformed) {
            throw method == Method.HEAD ? malformed.onHead() : malformed;
        }
    }

    private Request parseHead(int end, Limits limits) throws MalformedRequest {
        int start = at;
        skipOneEmptyLine();
        var lineEnd = endOfLine(at);
        if (lineEnd - at > limits.requestLine()) {
            throw new MalformedRequest(Status.URI_TOO_LONG, "the request line is too long");
        }
        if (end - start > limits.head()) {
            throw new MalformedRequest(
                    Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "the headers are too long");
        }
        parseMethod(lineEnd);
        int targetStart = at;
        int targetEnd = findTargetEnd(lineEnd);
        var version = Version.named(bytes, targetEnd + 1, lineEnd);
        at = lineEnd + 2;
        parseHeaders(limits);
        checkHost(version);
        var path = parsePath(targetStart, targetEnd);
        return new Request(method, path, version, wantsKeepAlive(version), headers);
    }

    /// RFC 9112 §2.2: some old clients send an empty line behind a request body.
    private void skipOneEmptyLine() {
        if (bytes.get(at) == '\r' && bytes.get(at + 1) == '\n') {
            at += 2;
        }
    }

    private void parseMethod(int lineEnd) throws MalformedRequest {
        int from = at;
        while (at < lineEnd && Characters.isToken(bytes.get(at))) {
            at++;
        }
        if (at == from || at == lineEnd || bytes.get(at) != ' ') {
            throw new MalformedRequest("the request line does not begin with a method and a space");
        }
        method = Method.named(bytes, from, at++);
    }

    private int findTargetEnd(int lineEnd) throws MalformedRequest {
        int i = at;
        while (i < lineEnd && bytes.get(i) != ' ') {
            if (Characters.isControl(bytes.get(i)) || bytes.get(i) == '\t') {
                throw new MalformedRequest("the request target holds a control character");
            }
            i++;
        }
        if (i == at || i == lineEnd) {
            throw new MalformedRequest("the request line is not: method, target, HTTP version");
        }
        return i;
    }

    private void parseHeaders(Limits limits) throws MalformedRequest {
        int count = 0;
        while (bytes.get(at) != '\r') {
            if (++count > limits.headers()) {
                throw new MalformedRequest(
                        Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "there are too many headers");
            }
            parseHeader();
        }
        endOfLine(at);
    }

    private void parseHeader() throws MalformedRequest {
        int nameStart = at;
        while (Characters.isToken(bytes.get(at))) {
            at++;
        }
        int nameEnd = at;
        // A space before the colon, or a line that begins with one, was a way to smuggle (RFC 9112
        // §5).
        if (nameEnd == nameStart || bytes.get(at++) != ':') {
            throw new MalformedRequest("a header line does not begin with a name and a colon");
        }
        int valueStart = skipSpaces(at);
        int lineEnd = endOfLine(valueStart);
        int valueEnd = lineEnd;
        while (valueEnd > valueStart && Characters.isSpace(bytes.get(valueEnd - 1))) {
            valueEnd--;
        }
        at = lineEnd + 2;
        keep(nameStart, nameEnd, valueStart, valueEnd);
    }

    private void keep(int nameStart, int nameEnd, int valueStart, int valueEnd)
            throws MalformedRequest {
        if (Bytes.equalIgnoringCase(bytes, nameStart, nameEnd, HOST)) {
            takeHost(valueStart, valueEnd);
            return;
        }
        if (Bytes.equalIgnoringCase(bytes, nameStart, nameEnd, CONNECTION)) {
            saysClose |= Bytes.isListed(bytes, valueStart, valueEnd, CLOSE);
            saysKeepAlive |= Bytes.isListed(bytes, valueStart, valueEnd, KEEP_ALIVE);
            return;
        }
        var name = HeaderName.named(bytes, nameStart, nameEnd);
        if (name.isPresent()) {
            checkFramingHeader(name.get(), valueEnd - valueStart);
            headers = headers.add(name.get(), Bytes.text(bytes, valueStart, valueEnd));
        }
    }

    /// An empty header says nothing, but one that is to say where the request ends must not.
    private static void checkFramingHeader(HeaderName name, int length) throws MalformedRequest {
        if (length == 0
                && (name == HeaderName.CONTENT_LENGTH || name == HeaderName.TRANSFER_ENCODING)) {
            throw new MalformedRequest("Content-Length or Transfer-Encoding is empty");
        }
    }

    /// The host is checked and not kept: one site is served here, whatever it is called.
    private void takeHost(int from, int to) throws MalformedRequest {
        if (hasHost) {
            throw new MalformedRequest("there is more than one Host header");
        }
        hasHost = true;
        for (int i = from; i < to; i++) {
            if (!Characters.isInHost(bytes.get(i))) {
                throw new MalformedRequest("the Host header is not a host name");
            }
        }
    }

    /// RFC 9112 §3.2: HTTP/1.1 needs exactly one.
    private void checkHost(Version version) throws MalformedRequest {
        if (!hasHost && version == Version.HTTP_1_1) {
            throw new MalformedRequest("an HTTP/1.1 request needs a Host header");
        }
    }

    /// RFC 9112 §9.3. All lines of the header count as one, and who says both is taken to mean `close`.
    private boolean wantsKeepAlive(Version version) {
        return !saysClose && (saysKeepAlive || version == Version.HTTP_1_1);
    }

    /// Only GET and HEAD name a file here; what `OPTIONS *` or `CONNECT host:443` name is nobody's business.
    private UrlPath parsePath(int from, int to) throws MalformedRequest {
        return method == Method.GET || method == Method.HEAD
                ? PATHS.find(bytes, from, to)
                : UrlPath.ROOT;
    }

    /// The index of the CR that ends the line holding `from`.
    private int endOfLine(int from) throws MalformedRequest {
        int i = from;
        while (!Characters.isControl(bytes.get(i))) {
            i++;
        }
        // The head ends with a line feed, so there is a byte behind each carriage return.
        if (bytes.get(i) != '\r' || bytes.get(i + 1) != '\n') {
            throw new MalformedRequest(
                    "a line of the head holds a control character, or does not end with CR LF");
        }
        return i;
    }

    private int skipSpaces(int from) {
        int i = from;
        while (Characters.isSpace(bytes.get(i))) {
            i++;
        }
        return i;
    }
}
