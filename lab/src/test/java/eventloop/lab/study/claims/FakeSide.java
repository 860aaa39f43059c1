package eventloop.lab.study.claims;

import eventloop.lab.measure.load.Clients.Connections;
import eventloop.lab.measure.load.Companions;
import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Observation;
import eventloop.lab.measure.observe.PhaseCost;
import eventloop.lab.measure.server.ServerFailure;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;

/// A side whose rounds come out as the test wants them: one after another as they were given, and the last of
/// them again and again.
final class FakeSide implements MeasuredSide {
    static final int REQUESTS = 1000;

    private final Queue<Round> rounds;
    private Runnable listener = () -> {};
    private boolean atRest;
    private boolean closed;

    private FakeSide(List<Round> rounds) {
        this.rounds = new ArrayDeque<>(rounds);
    }

    static FakeSide of(Round... rounds) {
        return new FakeSide(List.of(rounds));
    }

    /// Whoever listens hears of each turn.
    FakeSide told(Runnable ofATurn) {
        listener = ofATurn;
        return this;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isAtRest() {
        return atRest;
    }

    @Override
    public Sample measure() throws ServerFailure {
        atRest = false;
        listener.run();
        var round = rounds.size() > 1 ? rounds.remove() : rounds.element();
        if (round.dies()) {
            throw new ServerFailure("the server died under load");
        }
        return round.sample();
    }

    @Override
    public void comeToRest() {
        atRest = true;
    }

    @Override
    public void close() {
        closed = true;
    }

    /// What a test says of a round; the rest of it is as it should be.
    record Round(
            double millis,
            double lateMillis,
            Map<Failure, Long> failures,
            double generatorLoad,
            double bystanders,
            int sentAway,
            int lost,
            boolean dies) {

        static Round of(double millis) {
            return new Round(millis, 0, Map.of(), 0.1, 0, 0, 0, false);
        }

        Round late(double by) {
            return new Round(millis, by, failures, generatorLoad, bystanders, sentAway, lost, dies);
        }

        /// So many of the [#REQUESTS].
        Round failing(Failure kind, long count) {
            return new Round(
                    millis,
                    lateMillis,
                    Map.of(kind, count),
                    generatorLoad,
                    bystanders,
                    sentAway,
                    lost,
                    dies);
        }

        Round withBusyGenerator() {
            return new Round(millis, lateMillis, failures, 0.99, bystanders, sentAway, lost, dies);
        }

        Round disturbedBy(double share) {
            return new Round(
                    millis, lateMillis, failures, generatorLoad, share, sentAway, lost, dies);
        }

        Round sendingAway(int companions) {
            return new Round(
                    millis,
                    lateMillis,
                    failures,
                    generatorLoad,
                    bystanders,
                    companions,
                    lost,
                    dies);
        }

        Round losing(int companions) {
            return new Round(
                    millis,
                    lateMillis,
                    failures,
                    generatorLoad,
                    bystanders,
                    sentAway,
                    companions,
                    dies);
        }

        Round dying() {
            return new Round(
                    millis, lateMillis, failures, generatorLoad, bystanders, sentAway, lost, true);
        }

        Sample sample() {
            long failed = failures.values().stream().mapToLong(Long::longValue).sum();
            long answered = REQUESTS - failed;
            var result =
                    new PhaseResult(
                            new Phase.ClosedLoop(0, 1),
                            1,
                            answered,
                            answered,
                            answered,
                            0,
                            latency(answered, millis),
                            new Failures(failures),
                            0,
                            Optional.empty(),
                            latency(answered, lateMillis),
                            generatorLoad,
                            lost,
                            0);
            return new Sample(result, observation(), sentAway);
        }

        private static Latency latency(long count, double millis) {
            return new Latency(count, millis, millis, millis, millis, millis, "");
        }

        private Observation observation() {
            var nothing = OptionalDouble.empty();
            return new Observation(
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    List.of(
                            new PhaseCost(
                                    nothing,
                                    nothing,
                                    nothing,
                                    nothing,
                                    nothing,
                                    OptionalLong.empty())),
                    OptionalDouble.of(bystanders),
                    OptionalLong.empty());
        }
    }

    /// What stands in the ledger of a side that this one plays.
    static Side named(String name, Companions... beside) {
        return side(name, 10, false, beside);
    }

    /// One that so many clients come to at the same moment.
    static Side storm(String name, int clients) {
        return side(name, clients, true);
    }

    private static Side side(String name, int clients, boolean storm, Companions... beside) {
        var load =
                new Workload(
                        clients,
                        Connections.KEPT,
                        1,
                        100,
                        1,
                        List.of(beside),
                        new Content.CoursePages(true),
                        1,
                        storm,
                        1,
                        1);
        return new Side(name, name, List.of(), 1, load, false, false);
    }

    /// The same, where requests may wait in vain and companions find no place.
    static Side lenient(Side side) {
        return new Side(side.name(), side.server(), side.options(), 1, side.load(), true, true);
    }
}
