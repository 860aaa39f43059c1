package eventloop.lab.study.vast;

import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.load.PhaseResult;
import java.util.ArrayList;

/// What clients have suffered in a phase.
///
/// @param failures requests without the right answer
/// @param reconnects how often one had to connect again
public record Errors(Failures failures, long reconnects) {
    static Errors in(PhaseResult phase) {
        return new Errors(phase.failures(), phase.reconnects());
    }

    Errors plus(Errors other) {
        return new Errors(failures.plus(other.failures), reconnects + other.reconnects);
    }

    /// For a table: `22 timed out, 3 came again`.
    String words() {
        var words = new ArrayList<>(failures.inWords());
        if (reconnects > 0) {
            words.add("%,d came again".formatted(reconnects));
        }
        return words.isEmpty() ? "0" : String.join(", ", words);
    }
}
