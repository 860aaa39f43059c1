package eventloop.lab.study.claims;

/// Two sides that differ in one thing, one figure that is read off both, and what it should show.
public record Experiment(Figure figure, Side first, Side second, Expectation expect) {}
