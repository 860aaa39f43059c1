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
        return timed(
                result(CLOSED, closedAnswered, closedFailures, 0.5),
                result(OPEN, openAnswered, openFailures, 0.5));
    }

    /// The load has no time left for more.
    static Timed withABusyLoad(long answered) {
        return timed(
                result(CLOSED, answered, Map.of(), 0.97), result(OPEN, answered, Map.of(), 0.97));
    }

    /// @param lateness of the load, while response times are measured
    static Timed late(Latency lateness, Latency latency) {
        return timed(
                result(CLOSED, 100, Map.of(), 0.5),
                result(OPEN, 100, Map.of(), 0.5, latency, lateness));
    }

    /// @param processorShare what the server had of its processor at the peak
    static Timed withTimeToSpare(double processorShare) {
        var busy = timed(100, Map.of(), 100, Map.of());
        return new Timed(
                busy.closed(),
                busy.open(),
                observation(processorShare),
                busy.heap(),
                busy.processes(),
                busy.beginning());
    }

    /// Its speed still changed when the phases began.
    static Timed beforeItWasSteady(long answered) {
        var steady = timed(answered, Map.of(), answered, Map.of());
        var warmUp = new WarmUp(List.of(1L, 2L, 3L), List.of());
        return new Timed(
                steady.closed(),
                steady.open(),
                steady.observation(),
                steady.heap(),
                steady.processes(),
                new Beginning.Seen(steady.beginning().arrival(), warmUp));
    }

    private static Timed timed(PhaseResult closed, PhaseResult open) {
        return new Timed(closed, open, observation(), Optional.empty(), 1, seen());
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
        return result(phase, answered, failures, generatorLoad, latency(4), latency(0.1));
    }

    private static PhaseResult result(
            Phase phase,
            long answered,
            Map<Failure, Long> failures,
            double generatorLoad,
            Latency latency,
            Latency lateness) {
        return new PhaseResult(
                phase,
                1,
                answered,
                answered,
                answered,
                answered * BODY,
                latency,
                new Failures(failures),
                0,
                Optional.empty(),
                lateness,
                generatorLoad,
                0,
                0);
    }

    private static Latency latency(double millis) {
        return new Latency(1, millis, millis, millis, millis, millis, "");
    }

    private static Observation observation() {
        return observation(1);
    }

    private static Observation observation(double processorShare) {
        var share = OptionalDouble.of(processorShare);
        var one = OptionalDouble.of(1);
        return new Observation(
                OptionalInt.of(20),
                OptionalLong.of(1 << 20),
                List.of(new PhaseCost(share, one, one, one, one, OptionalLong.of(1 << 20))),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }
}
