package eventloop.http;

/// One request, whole and well-formed: its head has been parsed and its body, if it had one, has been
/// received and dropped, or need not come (`Expect: 100-continue`). Immutable, so any thread may read it.
///
/// @param wantsKeepAlive whether the client wants the connection kept after the response (RFC 9112 §9.3)
public record Request(
        Method method, UrlPath path, Version version, boolean wantsKeepAlive, Headers headers)
        implements Parsed {

    /// About how much it keeps of what its client has sent: one for each character (step 3).
    public int keptBytes() {
        return path.path().length() + path.query().length() + headers.keptBytes();
    }

    /// Whether its client may send more behind it, as far as it has said (step 3).
    public boolean mayBeFollowed() {
        return wantsKeepAlive || headers.has(HeaderName.EXPECT);
    }

    /// The same request with other headers (step 6).
    public Request withHeaders(Headers headers) {
        return new Request(method, path, version, wantsKeepAlive, headers);
    }

    /// The same request from a client that closes: nothing behind it can be read.
    Request asLastOfConnection() {
        return new Request(method, path, version, false, headers);
    }
}
