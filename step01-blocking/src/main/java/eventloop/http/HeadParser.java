package eventloop.http;

import java.nio.ByteBuffer;

/// Reads one request head, the request line and the header lines (RFC 9112 §3 and §5), as far as it has
/// arrived, and goes on from there when more has: a head in a thousand pieces costs no more than one in two. The
/// first byte that cannot belong to a request is refused: nobody waits for the rest of what will never be one, such
/// as the greeting of a browser that was told `https:`.
///
/// ```
/// EMPTY_LINE ─► METHOD ─► TARGET ─► VERSION ─► NAME ─► VALUE ─► NAME … ─► NAME ─► DONE
///                                                                        └ an empty line
/// ```
///
/// It is stricter than the RFC demands in two points, on purpose: no control character stands in a value, and a
/// line ends with CR LF and nothing else. Where a proxy and a server disagree about what ends a line, one can be
/// made to see a request the other does not ("request smuggling"), and a server that takes one spelling cannot
/// disagree.
final class HeadParser {
    private enum Part {
        EMPTY_LINE,
        METHOD,
        TARGET,
        VERSION,
        NAME,
        VALUE,
        DONE
    }

    private final HeaderLines lines = new HeaderLines();
    private Limits limits = Limits.DEFAULT;
    private int start;
    private Part part = Part.DONE;

    /// The index at which the line begins.
    private int lineStart;

    /// The index at which this part of the line begins.
    private int partStart;

    /// One past the last byte that has been looked at.
    private int at;

    private Method method = Method.UNKNOWN;
    private UrlPath path = UrlPath.ROOT;
    private Version version = Version.HTTP_1_1;

    /// Forgets what it has read and begins with another head.
    ///
    /// @param start the index of the head's first byte, in whatever buffer it will be
    /// @return this parser
    HeadParser begin(Limits limits, int start) {
        this.limits = limits;
        this.start = start;
        beginLine(Part.EMPTY_LINE, start);
        method = Method.UNKNOWN;
        lines.clear();
        return this;
    }

    /// Reads on, in a buffer that holds the same bytes as before and perhaps more.
    ///
    /// @param arrived one past the last byte that has arrived
    /// @return whether the head is complete
    boolean parse(ByteBuffer bytes, int arrived) throws RefusedRequest {
        try {
            while (part != Part.DONE && finishPart(bytes, arrived)) {
                continue;
            }
            checkLengths(part == Part.DONE ? at : arrived);
            return part == Part.DONE;
        } catch (RefusedRequest thrown) {
            throw thrown.inRequest(method);
        }
    }

    /// Whether a first byte has come that is not of an empty line.
    boolean hasBegun() {
        return switch (part) {
            case EMPTY_LINE -> false;
            case METHOD -> at > lineStart;
            case TARGET, VERSION, NAME, VALUE, DONE -> true;
        };
    }

    /// What the client asks for, as far as it has been said.
    Method method() {
        return method;
    }

    /// One past the last byte of a complete head.
    int end() {
        return at;
    }

    /// Of a complete head, in bytes.
    int length() {
        return at - start;
    }

    Request request() {
        return new Request(method, path, version, lines.wantsKeepAlive(version), lines.headers());
    }

    /// @return whether the part's end was found; if not, bytes are missing
    private boolean finishPart(ByteBuffer bytes, int arrived) throws RefusedRequest {
        return switch (part) {
            case EMPTY_LINE -> skipEmptyLine(bytes, arrived);
            case METHOD -> parseMethod(bytes, arrived);
            case TARGET -> parseTarget(bytes, arrived);
            case VERSION -> parseVersion(bytes, arrived);
            case NAME -> parseName(bytes, arrived);
            case VALUE -> parseValue(bytes, arrived);
            case DONE -> true;
        };
    }

    private void beginPart(Part next, int from) {
        part = next;
        partStart = from;
        at = from;
    }

    private void beginLine(Part first, int from) {
        lineStart = from;
        beginPart(first, from);
    }

    /// RFC 9112 §2.2: some old clients send one behind a request body.
    private boolean skipEmptyLine(ByteBuffer bytes, int arrived) throws RefusedRequest {
        if (at == arrived) {
            return false;
        }
        boolean isEmpty = bytes.get(at) == '\r';
        if (isEmpty && !endsLine(bytes, at, arrived)) {
            return false;
        }
        beginLine(Part.METHOD, isEmpty ? at + 2 : at);
        return true;
    }

    private boolean parseMethod(ByteBuffer bytes, int arrived) throws RefusedRequest {
        at = Bytes.endOfToken(bytes, at, arrived);
        if (at == arrived) {
            return false;
        }
        checkRequestLine(at);
        if (at == partStart || bytes.get(at) != ' ') {
            throw new RefusedRequest("the request line does not begin with a method and a space");
        }
        method = Method.named(bytes, partStart, at);
        beginPart(Part.TARGET, at + 1);
        return true;
    }

    private boolean parseTarget(ByteBuffer bytes, int arrived) throws RefusedRequest {
        at = Bytes.endOfTarget(bytes, at, arrived);
        if (at == arrived) {
            return false;
        }
        checkRequestLine(at + 1 + Version.LENGTH);
        if (at == partStart || bytes.get(at) == '\r') {
            throw new RefusedRequest("the request line is not: method, target, HTTP version");
        }
        if (bytes.get(at) != ' ') {
            throw new RefusedRequest("the request target holds a control character");
        }
        path = RequestTarget.path(method, bytes, partStart, at);
        beginPart(Part.VERSION, at + 1);
        return true;
    }

    private boolean parseVersion(ByteBuffer bytes, int arrived) throws RefusedRequest {
        int end = partStart + Version.LENGTH;
        at = Math.min(end, arrived);
        if (!Version.canBegin(bytes, partStart, at) || at < arrived && bytes.get(at) != '\r') {
            throw new RefusedRequest("the request line does not end with an HTTP version");
        }
        if (at < end || !endsLine(bytes, at, arrived)) {
            return false;
        }
        version = Version.named(bytes, partStart);
        beginLine(Part.NAME, at + 2);
        return true;
    }

    private boolean parseName(ByteBuffer bytes, int arrived) throws RefusedRequest {
        at = Bytes.endOfToken(bytes, at, arrived);
        if (at == arrived) {
            return false;
        }
        if (at == lineStart && bytes.get(at) == '\r') {
            return finishHead(bytes, arrived);
        }
        // A space before the colon, or at the beginning of a line, was a way to smuggle
        // (RFC 9112 §5).
        if (at == lineStart || bytes.get(at) != ':') {
            throw new RefusedRequest("a header line does not begin with a name and a colon");
        }
        if (lines.count() == limits.headers()) {
            throw new RefusedRequest(
                    Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "there are too many headers");
        }
        beginPart(Part.VALUE, at + 1);
        return true;
    }

    private boolean parseValue(ByteBuffer bytes, int arrived) throws RefusedRequest {
        at = Bytes.endOfText(bytes, at, arrived);
        if (!endsLine(bytes, at, arrived)) {
            return false;
        }
        lines.add(bytes, lineStart, partStart - 1, partStart, at);
        beginLine(Part.NAME, at + 2);
        return true;
    }

    private boolean finishHead(ByteBuffer bytes, int arrived) throws RefusedRequest {
        if (!endsLine(bytes, at, arrived)) {
            return false;
        }
        // RFC 9112 §3.2: HTTP/1.1 needs exactly one.
        if (!lines.hasHost() && version == Version.HTTP_1_1) {
            throw new RefusedRequest("an HTTP/1.1 request needs a Host header");
        }
        beginPart(Part.DONE, at + 2);
        return true;
    }

    /// Whether CR LF stand at `i`; false also where one of them has not arrived. The CR is then looked at once
    /// more.
    private static boolean endsLine(ByteBuffer bytes, int i, int arrived) throws RefusedRequest {
        if (i < arrived && bytes.get(i) != '\r' || i + 1 < arrived && bytes.get(i + 1) != '\n') {
            throw new RefusedRequest(
                    "a line of the head holds a control character, or does not end with CR LF");
        }
        return i + 1 < arrived;
    }

    /// Refuses a head as soon as it is too long, and does not wait for its end.
    private void checkLengths(int end) throws RefusedRequest {
        switch (part) {
            case METHOD, TARGET -> checkRequestLine(at);
            // Checked when the target was complete.
            case EMPTY_LINE, VERSION, NAME, VALUE, DONE -> {}
        }
        if (end - start > limits.head()) {
            throw new RefusedRequest(
                    Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "the headers are too long");
        }
    }

    /// Before anybody judges what stands in it: one who sends the same line in pieces is refused before all of it is
    /// here, and must hear the same. A method that is too long is one that nobody has heard of (RFC 9112 §3).
    ///
    /// @param end where the line ends at the earliest
    private void checkRequestLine(int end) throws RefusedRequest {
        if (end - lineStart > limits.requestLine()) {
            throw part == Part.METHOD
                    ? new RefusedRequest(Status.NOT_IMPLEMENTED, "the method is too long")
                    : new RefusedRequest(Status.URI_TOO_LONG, "the request line is too long");
        }
    }
}
