package eventloop.lab.study.compare;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.load.WarmUp;
import eventloop.lab.measure.observe.Observation;
import eventloop.lab.measure.observe.PhaseCost;
import eventloop.lab.study.compare.Measurement.Peak;
import eventloop.lab.study.compare.Measurement.Timed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Rounds that never were, each phase a second long.
final class Rounds {
    private static final Phase CLOSED = new Phase.ClosedLoop(0, 1);
    private static final Phase OPEN = new Phase.OpenLoop(100, 0, 1);

    private static final int CLIENTS = 10;

    /// Each answer is so long.
    static final int BODY = 1024;

    private Rounds() {}

    static Timed timed(
            long closedAnswered,
            Map<Failure, Long> closedFailures,
            long openAnswered,
            Map<Failure, Long> openFailures) {
        return new Timed(
                result(CLOSED, closedAnswered, closedFailures, 0.5),
                result(OPEN, openAnswered, openFailures, 0.5),
                observation(),
                Optional.empty(),
                1,
                seen());
    }

    static Peak peak(long answered, Map<Failure, Long> failures, double generatorLoad) {
        return new Peak(
                result(CLOSED, answered, failures, generatorLoad),
                observation(),
                Optional.empty(),
                seen());
    }

    /// All are served at once, and the server is steady.
    private static Beginning.Seen seen() {
        return new Beginning.Seen(
                result(Phase.Arrival.of(CLIENTS, 1), CLIENTS, Map.of(), 0.5),
                new WarmUp(List.of(1L, 1L, 1L), List.of()));
    }

    private static PhaseResult result(
            Phase phase, long answered, Map<Failure, Long> failures, double generatorLoad) {
        return new PhaseResult(
                phase,
                1,
                answered,
                answered,
                answered,
                answered * BODY,
                latency(4),
                new Failures(failures),
                0,
                latency(0.1),
                generatorLoad,
                0);
    }

    private static Latency latency(double millis) {
        return new Latency(1, millis, millis, millis, millis, millis, "");
    }

    private static Observation observation() {
        var one = OptionalDouble.of(1);
        return new Observation(
                OptionalInt.of(20),
                OptionalLong.of(1 << 20),
                List.of(new PhaseCost(one, one, one, one, one, OptionalLong.of(1 << 20))),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }
}
