package eventloop.http;

/// What the parser made of the bytes it was given.
public sealed interface Parsed permits Request, Parsed.NeedMore, Parsed.Refused {

    /// All bytes are taken in and the request is not complete.
    record NeedMore() implements Parsed {}

    /// The bytes are not a request that can be served. Where the next request begins is unknown, so
    /// after the answer the connection must be closed (RFC 9112 §9.6).
    ///
    /// @param reason what is wrong, in words for the person who reads the error page
    /// @param toHead whether the answer may have no body, since the request was certainly a HEAD
    record Refused(Status status, String reason, boolean toHead) implements Parsed {
        public Refused(Status status, String reason) {
            this(status, reason, false);
        }
    }

    NeedMore NEED_MORE = new NeedMore();
}
