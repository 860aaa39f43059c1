package eventloop.lab.check;

import eventloop.lab.server.ServerUnderTest;
import eventloop.lab.server.Step;

/// A server to be checked.
///
/// @param step whose reds are expected of it
public record Candidate(int step, ServerUnderTest server) {
    public static Candidate of(Step step) {
        return new Candidate(step.number(), step);
    }
}
