package eventloop.lab.study.blackbox;

/// What became of one promise.
public sealed interface Outcome {
    record Kept() implements Outcome {}

    /// @param transcript what a beginner can act on
    record Broken(Transcript transcript) implements Outcome {}

    /// @param why, and what would help
    record Unknown(String why) implements Outcome {}
}
