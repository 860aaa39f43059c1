package eventloop.http;

import java.nio.ByteBuffer;

/// Drops a request body up to its end: so many bytes, or chunks (RFC 9112 §7.1), as [Framing] has found. No handler
/// here wants a body, but the next request on the connection begins behind it.
///
/// ```
/// length:   BYTES ────────────────────────────────────────────────────► DONE
/// chunked:  SIZE ─► PADDING ─► EXTENSION ─► BYTES ─► BYTES_END ─► SIZE …
///             └─ size 0 ─► TRAILER_START ─► TRAILER_NAME ─► TRAILER_VALUE … ─► DONE
/// ```
final class BodySkipper {
    /// What may stand around the chunks for each byte in them: a chunk of one byte needs a digit and two ends of
    /// line.
    private static final int AROUND_A_BYTE = 5;

    private enum Part {
        SIZE,
        PADDING,
        EXTENSION,
        BYTES,
        BYTES_END,
        TRAILER_START,
        TRAILER_NAME,
        TRAILER_VALUE,
        DONE
    }

    private final boolean chunked;
    private final Limits limits;
    private Part part;
    private long remaining;
    private long total;
    private long around;
    private boolean hasSize;
    private boolean afterCarriageReturn;

    private BodySkipper(boolean chunked, long remaining, Limits limits) {
        this.chunked = chunked;
        this.part = chunked ? Part.SIZE : Part.BYTES;
        this.remaining = remaining;
        this.limits = limits;
    }

    /// @param length in bytes, at least one
    static BodySkipper ofLength(long length, Limits limits) {
        return new BodySkipper(false, length, limits);
    }

    static BodySkipper ofChunks(Limits limits) {
        return new BodySkipper(true, 0, limits);
    }

    /// Takes in bytes of the body, and none behind its end.
    ///
    /// @return whether the end was reached; if not, all of `input` is taken
    boolean skip(ByteBuffer input) throws RefusedRequest {
        while (part != Part.DONE && input.hasRemaining()) {
            if (part == Part.BYTES) {
                skipBytes(input);
            } else {
                take(input.get());
            }
        }
        return part == Part.DONE;
    }

    private void skipBytes(ByteBuffer input) {
        int step = (int) Math.min(remaining, input.remaining());
        input.position(input.position() + step);
        remaining -= step;
        if (remaining == 0) {
            part = chunked ? Part.BYTES_END : Part.DONE;
        }
    }

    /// One byte of what stands around the chunks (RFC 9112 §7.1).
    private void take(byte b) throws RefusedRequest {
        // Nobody here reads extensions and trailers, and a chunk of one byte may have either of
        // any length. So there is a limit for all of them together (RFC 9112 §7.1.1).
        if (++around > limits.head() + AROUND_A_BYTE * total) {
            throw new RefusedRequest(
                    Status.CONTENT_TOO_LARGE, "too much stands around the chunks of the body");
        }
        if (afterCarriageReturn) {
            if (b != '\n') {
                throw new RefusedRequest("a line between the chunks does not end with CR LF");
            }
            afterCarriageReturn = false;
            endLine();
        } else if (b == '\r') {
            afterCarriageReturn = true;
        } else {
            takeWithinLine(b);
        }
    }

    private void takeWithinLine(byte b) throws RefusedRequest {
        if (Characters.isControl(b)) {
            throw new RefusedRequest(
                    "a line between the chunks holds a control character, or does not end with CR LF");
        }
        switch (part) {
            case SIZE -> takeSizeByte(b);
            case PADDING -> takeBehindSize(b);
            case TRAILER_START, TRAILER_NAME -> takeTrailerName(b);
            case EXTENSION, TRAILER_VALUE -> {}
            case BYTES_END -> throw new RefusedRequest("a chunk is longer than its size");
            case BYTES, DONE -> throw new IllegalStateException("not within a line: " + part);
        }
    }

    private void takeSizeByte(byte b) throws RefusedRequest {
        int digit = Character.digit(b, 16);
        if (digit >= 0) {
            takeSizeDigit(digit);
        } else if (hasSize) {
            takeBehindSize(b);
        } else {
            throw new RefusedRequest("a chunk size is not a hexadecimal number");
        }
    }

    /// A body that is too long is refused at the first digit that says so: a size has as many digits as it
    /// likes (RFC 9112 §7.1), and not every number fits into a long.
    private void takeSizeDigit(int digit) throws RefusedRequest {
        hasSize = true;
        remaining = remaining * 16 + digit;
        if (total + remaining > limits.body()) {
            throw Framing.tooLarge();
        }
    }

    private void takeBehindSize(byte b) throws RefusedRequest {
        if (b == ';') {
            part = Part.EXTENSION;
        } else if (Characters.isSpace(b)) {
            part = Part.PADDING;
        } else {
            throw new RefusedRequest("something stands behind a chunk size");
        }
    }

    private void takeTrailerName(byte b) throws RefusedRequest {
        if (Characters.isToken(b)) {
            part = Part.TRAILER_NAME;
        } else if (b == ':' && part == Part.TRAILER_NAME) {
            part = Part.TRAILER_VALUE;
        } else {
            throw new RefusedRequest("a trailer line does not begin with a name and a colon");
        }
    }

    private void endLine() throws RefusedRequest {
        switch (part) {
            case SIZE, EXTENSION -> startChunk();
            case PADDING -> throw new RefusedRequest("something stands behind a chunk size");
            case BYTES_END -> part = Part.SIZE;
            case TRAILER_START -> part = Part.DONE;
            case TRAILER_VALUE -> part = Part.TRAILER_START;
            case TRAILER_NAME -> throw new RefusedRequest("a trailer line has no colon");
            case BYTES, DONE -> throw new IllegalStateException("not within a line: " + part);
        }
    }

    private void startChunk() throws RefusedRequest {
        if (!hasSize) {
            throw new RefusedRequest("a chunk has no size");
        }
        total += remaining;
        part = remaining == 0 ? Part.TRAILER_START : Part.BYTES;
        hasSize = false;
    }
}
