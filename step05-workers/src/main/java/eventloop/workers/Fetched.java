package eventloop.workers;

/// What of a [FetchedBody] is here. Loop thread only.
sealed interface Fetched permits Piece, Fetched.Nothing, Fetched.OnItsWay, Fetched.Failed {
    /// And no helper fetches it.
    record Nothing() implements Fetched {}

    /// A helper is fetching the next piece, or is about to.
    record OnItsWay() implements Fetched {}

    record Failed(Throwable cause) implements Fetched {}
}
