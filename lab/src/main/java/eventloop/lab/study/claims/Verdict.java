package eventloop.lab.study.claims;

/// What an experiment says of a claim, on the machine it was made on.
public enum Verdict {
    HOLDS("holds"),
    DOES_NOT_HOLD("does not hold"),
    CANNOT_TELL("cannot tell here");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }
}
