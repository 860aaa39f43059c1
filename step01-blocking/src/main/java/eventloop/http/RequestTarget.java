package eventloop.http;

import java.nio.ByteBuffer;

/// The target of a request line, in the four forms it may have (RFC 9112 §3.2).
///
/// ```
/// /path?query             origin form, what nearly everybody sends
/// http://host/path?query  absolute form, for proxies, and to be understood by all
/// host:port               authority form, for CONNECT alone
/// *                       asterisk form, for OPTIONS alone: the server itself
/// ```
final class RequestTarget {
    private static final byte[] HTTP = Bytes.of("http://");
    private static final byte[] HTTPS = Bytes.of("https://");
    private static final byte[] ASTERISK = Bytes.of("*");
    private static final KnownPaths PATHS = new KnownPaths();

    private RequestTarget() {}

    /// The path that the target in `[from, to)` leads to; the root where it leads to none. So it does for an
    /// unknown method, since nobody knows what that means by its target.
    static UrlPath path(Method method, ByteBuffer bytes, int from, int to) throws RefusedRequest {
        if (method == Method.UNKNOWN) {
            return UrlPath.ROOT;
        }
        if (method == Method.CONNECT) {
            checkHostAndPort(bytes, from, to);
            return UrlPath.ROOT;
        }
        if (bytes.get(from) == '/') {
            return PATHS.find(bytes, from, to);
        }
        boolean isServerItself = method == Method.OPTIONS && Bytes.equal(bytes, from, to, ASTERISK);
        return isServerItself ? UrlPath.ROOT : pathOfUrl(bytes, from, to);
    }

    private static void checkHostAndPort(ByteBuffer bytes, int from, int to) throws RefusedRequest {
        if (!Authority.isWellFormedWithPort(bytes, from, to)) {
            throw new RefusedRequest("CONNECT needs a host and a port");
        }
    }

    private static UrlPath pathOfUrl(ByteBuffer bytes, int from, int to) throws RefusedRequest {
        if (begins(bytes, from, to, HTTPS)) {
            // Only who holds the certificate may answer for such a URL (RFC 9110 §7.4).
            throw new RefusedRequest(
                    Status.MISDIRECTED_REQUEST,
                    "this server speaks http, and the URL is for https");
        }
        if (!begins(bytes, from, to, HTTP)) {
            throw new RefusedRequest("the request target is neither a path nor an http URL");
        }
        int authority = from + HTTP.length;
        int end = endOfAuthority(bytes, authority, to);
        checkAuthority(bytes, authority, end);
        return end < to && bytes.get(end) == '/'
                ? PATHS.find(bytes, end, to)
                : UrlPath.parse("/" + Bytes.text(bytes, end, to));
    }

    private static void checkAuthority(ByteBuffer bytes, int from, int to) throws RefusedRequest {
        if (!Authority.isWellFormedWithHost(bytes, from, to)) {
            throw new RefusedRequest(
                    "the request target names no host, or not in a way that is understood");
        }
    }

    private static boolean begins(ByteBuffer bytes, int from, int to, byte[] expected) {
        return to - from >= expected.length
                && Bytes.equalIgnoringCase(bytes, from, from + expected.length, expected);
    }

    private static int endOfAuthority(ByteBuffer bytes, int from, int to) {
        int end = from;
        while (end < to && "/?#".indexOf(bytes.get(end)) < 0) {
            end++;
        }
        return end;
    }
}
