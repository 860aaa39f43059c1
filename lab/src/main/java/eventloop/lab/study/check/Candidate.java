package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Step;

/// A server to be checked.
///
/// @param step whose reds are expected of it
public record Candidate(int step, ServerUnderTest server) {
    public static Candidate of(Step step) {
        return new Candidate(step.number(), step);
    }
}
