package eventloop.lab.measure.load;

/// The ways in which a request can come to nothing.
public enum Failure {
    REFUSED("refused"),
    UNAVAILABLE("answered 503"),
    UNEXPECTED_STATUS("other status"),
    CLOSED_EARLY("closed early"),
    TIMED_OUT("timed out"),
    WRONG_BYTES("wrong bytes");

    private final String words;

    Failure(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }
}
