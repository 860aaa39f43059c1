package eventloop.lab.study.compare;

import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.study.compare.Measurement.NotTimed;
import eventloop.lab.study.compare.Measurement.Outcome;
import java.util.List;
import java.util.stream.Stream;

/// Why there is no figure where one should be.
public final class Reason {
    private static final String NOT_MEASURED = "not measured";

    private Reason() {}

    /// @param outcomes of all rounds
    /// @param results of those that were timed
    /// @return why not every round has a figure; empty if every one has
    public static String of(List<? extends Outcome> outcomes, List<PhaseResult> results) {
        var notTimed =
                outcomes.stream()
                        .filter(NotTimed.class::isInstance)
                        .map(outcome -> ((NotTimed) outcome).reason());
        var notTaken =
                results.stream()
                        .flatMap(result -> result.whyNot().stream())
                        .map("cannot take this level: "::concat);
        return Stream.concat(notTimed, notTaken)
                .findFirst()
                .orElse(results.isEmpty() ? NOT_MEASURED : "");
    }
}
