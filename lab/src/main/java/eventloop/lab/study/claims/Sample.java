package eventloop.lab.study.claims;

import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Observation;
import eventloop.lab.measure.observe.PhaseCost;
import eventloop.lab.measure.result.Bytes;
import java.util.OptionalDouble;

/// All that one round has shown of one side.
///
/// @param sentAway companions that have not found a place when they came
record Sample(PhaseResult result, Observation observation, int sentAway) {
    PhaseCost work() {
        return observation.work().getLast();
    }

    OptionalDouble threads() {
        return observation.mostThreads().stream().asDoubleStream().findFirst();
    }

    OptionalDouble residentMebibytes() {
        return work().residentMemoryBytes().stream().mapToDouble(Bytes::mebibytes).findFirst();
    }

    /// Share of the processors that programs other than the lab's had; 0 where nobody tells.
    double bystanders() {
        return observation.bystanders().orElse(0);
    }

    /// When the round was over.
    int companionsMissing() {
        return sentAway + result.companionsLost();
    }

    boolean isLimitedByTheLoad() {
        return result.isLimitedByTheLoad();
    }
}
