package eventloop.http;

import java.util.Arrays;
import java.util.Optional;

/// How the head of a request tells where its body ends (RFC 9112 §6.3). Whatever two readers could take for two
/// ends is refused: that is how a request is smuggled past a proxy, within the body of another. So is an empty place
/// in the list of codings, which the RFC has a reader pass over (RFC 9110 §5.6.1.2), and not every reader does.
final class Framing {
    /// Of a length that a long can hold.
    private static final int MOST_DIGITS = 18;

    private Framing() {}

    /// What skips the body of the request; empty if it has none.
    static Optional<BodySkipper> skipperFor(Request request, Limits limits) throws RefusedRequest {
        var length = request.headers().value(HeaderName.CONTENT_LENGTH);
        var coding = request.headers().value(HeaderName.TRANSFER_ENCODING);
        if (coding.isEmpty()) {
            return length.isEmpty() ? Optional.empty() : withLength(length, limits);
        }
        if (!length.isEmpty() || request.version() == Version.HTTP_1_0) {
            throw new RefusedRequest(
                    "Transfer-Encoding beside Content-Length, or in HTTP/1.0, is ambiguous");
        }
        checkCoding(coding);
        return Optional.of(BodySkipper.ofChunks(limits));
    }

    private static void checkCoding(String coding) throws RefusedRequest {
        if (isChunked(coding)) {
            return;
        }
        var codings = Arrays.stream(coding.split(",", -1)).map(String::strip).toList();
        if (!isChunked(codings.getLast())) {
            throw new RefusedRequest("a Transfer-Encoding that does not end in chunked has no end");
        }
        if (codings.stream().filter(Framing::isChunked).count() > 1) {
            throw new RefusedRequest("a body cannot be chunked twice");
        }
        throw new RefusedRequest(
                Status.NOT_IMPLEMENTED, "only the transfer coding chunked is known here");
    }

    private static boolean isChunked(String coding) {
        return coding.equalsIgnoreCase("chunked");
    }

    private static Optional<BodySkipper> withLength(String length, Limits limits)
            throws RefusedRequest {
        if (!length.chars().allMatch(Characters::isDigit)) {
            throw new RefusedRequest("Content-Length is not one whole number");
        }
        var significant = length.replaceFirst("^0+", "");
        if (significant.isEmpty()) {
            return Optional.empty();
        }
        if (significant.length() > MOST_DIGITS || Long.parseLong(significant) > limits.body()) {
            throw tooLarge();
        }
        return Optional.of(BodySkipper.ofLength(Long.parseLong(significant), limits));
    }

    /// What is told of a body whose end lies beyond the limit, whether its head says so or its chunks.
    static RefusedRequest tooLarge() {
        return new RefusedRequest(
                Status.CONTENT_TOO_LARGE, "the request body is longer than this server reads");
    }
}
