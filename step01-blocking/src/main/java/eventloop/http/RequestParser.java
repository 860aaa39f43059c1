package eventloop.http;

import java.nio.ByteBuffer;

/// Turns the bytes of one connection into its requests, however the network has cut them.
///
/// The caller hands over what has arrived and gets one of three answers: a request, "need more", or
/// "this is wrong, with this status". Bytes behind a complete request stay in the caller's buffer, for
/// the next call: several requests in one buffer are pipelining (RFC 9112 §9.3.2).
///
/// A head that lies complete in the caller's buffer, as nearly all do, is read right there. Only where
/// a piece is missing are bytes copied and kept, so that the parser of an idle connection holds none.
///
/// Not thread-safe: one connection, one parser, one thread at a time.
public final class RequestParser {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int FIRST_PARTIAL_SIZE = 512;
    private static final int NOT_FOUND = -1;

    private final Limits limits;
    private ByteBuffer partial = NOTHING;
    private Unfinished unfinished = Unfinished.NONE;

    /// A request whose body is still on its way.
    private record Unfinished(Parsed request, BodySkipper body) {
        private static final Unfinished NONE =
                new Unfinished(Parsed.NEED_MORE, BodySkipper.NO_BODY);
    }

    public RequestParser(Limits limits) {
        this.limits = limits;
    }

    /// Whether a request has begun and is not complete: the client owes the rest.
    public boolean isWithinRequest() {
        return unfinished != Unfinished.NONE || partial.position() > 0 && !holdsOnlyAnEmptyLine();
    }

    /// Some old clients send one behind a request body (RFC 9112 §2.2), and then owe nothing.
    private boolean holdsOnlyAnEmptyLine() {
        return partial.get(0) == '\r'
                && (partial.position() == 1 || partial.position() == 2 && partial.get(1) == '\n');
    }

    /// Reads on. After [Parsed.Refused] the connection's bytes make no sense any more, and the parser
    /// must not be called again.
    ///
    /// @param input from its position to its limit; everything is consumed but what lies behind the
    ///     end of a complete request
    // tag::parse[]
    public Parsed parse(ByteBuffer input) {
        try {
            if (unfinished != Unfinished.NONE) {
                return parseBody(input);
            }
            return partial.position() == 0 ? parseInPlace(input) : parsePartial(input);
        } catch (MalformedRequest malformed) {
            return malformed.answer();
        }
    }

    // end::parse[]

    private Parsed parseInPlace(ByteBuffer input) throws MalformedRequest {
        int start = input.position();
        int end = endOfHead(input, start, start, input.limit());
        if (end == NOT_FOUND) {
            return keepPartial(input);
        }
        input.position(end);
        return takeHead(input, start, end, input);
    }

    /// Adds to the bytes kept from before, as many as a head may have.
    private Parsed parsePartial(ByteBuffer input) throws MalformedRequest {
        int before = partial.position();
        appendToPartial(input);
        int end = endOfHead(partial, 0, before, partial.position());
        if (end == NOT_FOUND) {
            checkPartial(before);
            return Parsed.NEED_MORE;
        }
        int tooMuch = partial.position() - end;
        input.position(input.position() - tooMuch);
        var head = partial;
        partial = NOTHING;
        return takeHead(head, 0, end, input);
    }

    private Parsed keepPartial(ByteBuffer input) throws MalformedRequest {
        if (!input.hasRemaining()) {
            return Parsed.NEED_MORE;
        }
        appendToPartial(input);
        checkPartial(0);
        return Parsed.NEED_MORE;
    }

    private void appendToPartial(ByteBuffer input) {
        // One byte more than a head may have, so that a head that is too long is seen to be so.
        int most = limits.head() + 1 - partial.position();
        int taken = Math.min(input.remaining(), most);
        if (partial.remaining() < taken) {
            int needed = partial.position() + taken;
            var larger =
                    ByteBuffer.allocate(
                            Math.max(FIRST_PARTIAL_SIZE, Math.max(needed, 2 * partial.position())));
            partial = larger.put(partial.flip());
        }
        partial.put(partial.position(), input, input.position(), taken);
        partial.position(partial.position() + taken);
        input.position(input.position() + taken);
    }

    /// Refuses a head as soon as it is too long, and does not wait for its end.
    ///
    /// @param before how many of the bytes have been through this check
    private void checkPartial(int before) throws MalformedRequest {
        int longestLine = limits.requestLine() + "\r\n".length();
        if (before < longestLine
                && partial.position() >= longestLine
                && !hasLineEnd(partial, longestLine)) {
            throw new MalformedRequest(Status.URI_TOO_LONG, "the request line is too long");
        }
        if (partial.position() > limits.head()) {
            throw new MalformedRequest(
                    Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "the headers are too long");
        }
    }

    private Parsed takeHead(ByteBuffer head, int start, int end, ByteBuffer input)
            throws MalformedRequest {
        var request = new HeadParser(head, start).parse(end, limits);
        if (request.headers() == Headers.NONE) {
            return request;
        }
        try {
            return takeBody(request, input);
        } catch (MalformedRequest malformed) {
            throw request.isHead() ? malformed.onHead() : malformed;
        }
    }

    private Parsed takeBody(Request request, ByteBuffer input) throws MalformedRequest {
        var body = BodySkipper.after(request, limits);
        if (body.isDone()) {
            return request;
        }
        // An HTTP/1.0 client cannot have meant it (RFC 9110 §10.1.1).
        if (request.version() == Version.HTTP_1_1 && request.headers().has(HeaderName.EXPECT)) {
            return answerWithoutBody(request);
        }
        unfinished = new Unfinished(request, body);
        return parseBody(input);
    }

    /// A client that says `Expect: 100-continue` asks before it sends the body (RFC 9110 §10.1.1). Nobody
    /// here wants one: the client gets its answer at once and both sides are spared the transfer. Whether
    /// the body follows all the same cannot be known, so no other request can.
    private static Parsed answerWithoutBody(Request request) throws MalformedRequest {
        if (!request.headers().value(HeaderName.EXPECT).equalsIgnoreCase("100-continue")) {
            throw new MalformedRequest(
                    Status.EXPECTATION_FAILED, "the only expectation known here is 100-continue");
        }
        return request.asLastOfConnection();
    }

    private Parsed parseBody(ByteBuffer input) throws MalformedRequest {
        if (!unfinished.body().skip(input)) {
            return Parsed.NEED_MORE;
        }
        var complete = unfinished.request();
        unfinished = Unfinished.NONE;
        return complete;
    }

    /// One past the empty line that ends the head. Ends of line are looked for by their LF alone, so
    /// that a head spelt wrongly is seen as complete, and refused, and not waited for.
    private static int endOfHead(ByteBuffer bytes, int start, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes.get(i) == '\n' && isLineEmptyBefore(bytes, start, i)) {
                return i + 1;
            }
        }
        return NOT_FOUND;
    }

    private static boolean isLineEmptyBefore(ByteBuffer bytes, int start, int lineFeed) {
        int i = lineFeed - 1;
        if (i > start && bytes.get(i) == '\r') {
            i--;
        }
        return i >= start && bytes.get(i) == '\n';
    }

    private static boolean hasLineEnd(ByteBuffer bytes, int within) {
        for (int i = 0; i < within; i++) {
            if (bytes.get(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
