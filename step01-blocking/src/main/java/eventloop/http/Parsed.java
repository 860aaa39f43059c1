package eventloop.http;

/// What the parser made of the bytes it was given.
public sealed interface Parsed permits Request, Parsed.NeedMore, Parsed.Refused {

    /// All bytes are taken in and the request is not complete.
    record NeedMore() implements Parsed {}

    /// A request that is not served, most often because its bytes are no request. As it may be unknown where the next
    /// one begins, the connection must be closed after the answer (RFC 9112 §9.6).
    ///
    /// @param reason what is wrong, in words for the person who reads the error page
    /// @param method of the request, as far as it has been read: the answer to HEAD has no body
    record Refused(Status status, String reason, Method method) implements Parsed {}

    NeedMore NEED_MORE = new NeedMore();
}
