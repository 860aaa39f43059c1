package eventloop.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Turns the bytes of one connection into its requests, however the network has cut them.
///
/// The caller hands over what has arrived and gets one of three answers: a request, "need more", or
/// "this is wrong, with this status". Bytes behind a complete request stay in the caller's buffer, for
/// the next call: several requests in one buffer are pipelining (RFC 9112 §9.3.2).
///
/// A head that lies complete in the caller's buffer, as nearly all do, is read right there. Only where a piece is
/// missing are bytes copied and kept, so that the parser of an idle connection holds none, unless its client has
/// sent an empty line ahead.
///
/// Not thread-safe: one connection, one parser, one thread at a time.
public final class RequestParser {
    private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0);
    private static final Unfinished NOTHING = new Unfinished.Nothing();
    private static final int FIRST_SIZE = 512;

    /// Most heads are read in one call, and need no parser of their own.
    private static final ThreadLocal<HeadParser> OF_THE_THREAD =
            ThreadLocal.withInitial(HeadParser::new);

    private final Limits limits;
    private Unfinished unfinished = NOTHING;

    /// What has begun and is not complete.
    private sealed interface Unfinished {
        record Nothing() implements Unfinished {}

        /// @param bytes of the head, up to the buffer's position
        record Head(HeadParser parser, ByteBuffer bytes) implements Unfinished {}

        /// @param headLength in bytes: the most that the request keeps of its head
        record Body(Request request, int headLength, BodySkipper skipper) implements Unfinished {}
    }

    public RequestParser(Limits limits) {
        this.limits = limits;
    }

    /// Reads on. After [Parsed.Refused] the connection's bytes make no sense any more, and the parser
    /// must not be called again.
    ///
    /// @param input from its position to its limit; everything is consumed but what lies behind the
    ///     end of a complete request. What a refusal leaves is nobody's
    // tag::parse[]
    public Parsed parse(ByteBuffer input) {
        if (!input.hasRemaining()) {
            return Parsed.NEED_MORE;
        }
        try {
            return switch (unfinished) {
                case Unfinished.Nothing _ -> parseInPlace(input);
                case Unfinished.Head head -> parseOn(head, input);
                case Unfinished.Body body -> skipBody(body, input);
            };
        } catch (RefusedRequest thrown) {
            forget();
            return thrown.refused();
        }
    }

    // end::parse[]

    /// A head of which a piece is missing is begun anew, in a parser of its own: the thread's has other heads to
    /// read before the rest comes.
    private Parsed parseInPlace(ByteBuffer input) throws RefusedRequest {
        var parser = OF_THE_THREAD.get().begin(limits, input.position());
        if (!parser.parse(input, input.limit())) {
            var parserOfItsOwn = new HeadParser().begin(limits, 0);
            return parseOn(new Unfinished.Head(parserOfItsOwn, NO_BYTES), input);
        }
        input.position(parser.end());
        return takeHead(parser, input);
    }

    /// Adds to the bytes kept from before, as many as a head may have.
    private Parsed parseOn(Unfinished.Head head, ByteBuffer input) throws RefusedRequest {
        var parser = head.parser();
        var bytes = append(head.bytes(), input);
        if (!parser.parse(bytes, bytes.position())) {
            unfinished = new Unfinished.Head(parser, bytes);
            return Parsed.NEED_MORE;
        }
        unfinished = NOTHING;
        int tooMuch = bytes.position() - parser.end();
        input.position(input.position() - tooMuch);
        return takeHead(parser, input);
    }

    private ByteBuffer append(ByteBuffer bytes, ByteBuffer input) {
        // One byte more than a head may have, so that a head that is too long is seen to be so.
        int most = limits.head() + 1 - bytes.position();
        int taken = Math.min(input.remaining(), most);
        var target = withRoom(bytes, taken);
        target.put(target.position(), input, input.position(), taken);
        target.position(target.position() + taken);
        input.position(input.position() + taken);
        return target;
    }

    private static ByteBuffer withRoom(ByteBuffer bytes, int room) {
        if (bytes.remaining() >= room) {
            return bytes;
        }
        int needed = Math.max(bytes.position() + room, 2 * bytes.position());
        return ByteBuffer.allocate(Math.max(FIRST_SIZE, needed)).put(bytes.flip());
    }

    private Parsed takeHead(HeadParser parser, ByteBuffer input) throws RefusedRequest {
        var request = parser.request();
        // Headers that announce a body are always kept: without any headers, there is none.
        if (request.headers().isEmpty()) {
            return request;
        }
        try {
            return takeBody(request, parser.length(), input);
        } catch (RefusedRequest thrown) {
            throw thrown.inRequest(request.method());
        }
    }

    private Parsed takeBody(Request request, int headLength, ByteBuffer input)
            throws RefusedRequest {
        var skipper = Framing.skipperFor(request, limits);
        if (skipper.isEmpty()) {
            return request;
        }
        // An HTTP/1.0 client cannot have meant it (RFC 9110 §10.1.1).
        if (request.version() == Version.HTTP_1_1 && request.headers().has(HeaderName.EXPECT)) {
            return answerWithoutBody(request);
        }
        return skipBody(new Unfinished.Body(request, headLength, skipper.get()), input);
    }

    /// A client that says `Expect: 100-continue` asks before it sends the body (RFC 9110 §10.1.1). Nobody
    /// here wants one: the client gets its answer at once and both sides are spared the transfer. Whether
    /// the body follows all the same cannot be known, so no other request can.
    private static Parsed answerWithoutBody(Request request) throws RefusedRequest {
        var expectations = request.headers().value(HeaderName.EXPECT).split(",");
        if (!Arrays.stream(expectations).map(String::strip).allMatch(RequestParser::isKnown)) {
            throw new RefusedRequest(
                    Status.EXPECTATION_FAILED, "the only expectation known here is 100-continue");
        }
        return request.asLastOfConnection();
    }

    /// An empty place in the list expects nothing (RFC 9110 §5.6.1.2).
    private static boolean isKnown(String expectation) {
        return expectation.isEmpty() || expectation.equalsIgnoreCase("100-continue");
    }

    private Parsed skipBody(Unfinished.Body body, ByteBuffer input) throws RefusedRequest {
        try {
            boolean isComplete = body.skipper().skip(input);
            unfinished = isComplete ? NOTHING : body;
            return isComplete ? body.request() : Parsed.NEED_MORE;
        } catch (RefusedRequest thrown) {
            throw thrown.inRequest(body.request().method());
        }
    }

    /// Whether a request has begun and is not complete: the client owes the rest. An empty line begins none.
    public boolean isWithinRequest() {
        return switch (unfinished) {
            case Unfinished.Nothing _ -> false;
            case Unfinished.Head head -> head.parser().hasBegun();
            case Unfinished.Body _ -> true;
        };
    }

    /// What a client is told whose request is not complete when its time is over. The parser must not be
    /// called again.
    public Parsed.Refused giveUpAsLate() {
        return giveUp(Status.REQUEST_TIMEOUT, "the request did not arrive in time");
    }

    /// What a client is told whose request is not complete and cannot be waited for. What has come of it is dropped,
    /// and the parser must not be called again.
    ///
    /// @param reason in words for the person who reads the error page
    public Parsed.Refused giveUp(Status status, String reason) {
        var method =
                switch (unfinished) {
                    case Unfinished.Nothing _ -> Method.UNKNOWN;
                    case Unfinished.Head head -> head.parser().method();
                    case Unfinished.Body body -> body.request().method();
                };
        forget();
        return new Parsed.Refused(status, reason, method);
    }

    /// Drops what has come of a request that is not complete (step 3). The parser must not be called again.
    public void forget() {
        unfinished = NOTHING;
    }

    /// What is kept here of a request that is not complete (step 3).
    public int keptBytes() {
        return switch (unfinished) {
            case Unfinished.Nothing _ -> 0;
            case Unfinished.Head head -> head.bytes().capacity();
            case Unfinished.Body body -> body.headLength();
        };
    }
}
