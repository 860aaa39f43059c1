package eventloop.workers;

/// What of a [FetchedBody] is here. Helpers make the first one; from then on loop thread only.
sealed interface Fetched permits Piece, Fetched.Nothing, Fetched.OnItsWay, Fetched.Failed {
    /// Nothing is here, and no helper is fetching.
    record Nothing() implements Fetched {}

    /// A helper is fetching the next piece, or is about to.
    record OnItsWay() implements Fetched {}

    record Failed(Throwable cause) implements Fetched {}
}
