package eventloop.lab.workbench.speed;

import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.WarmUp;
import eventloop.lab.measure.observe.Stillness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// More and more clients, each of which asks now and then, so that together they always ask for the same: what
/// does it cost a request that others are there?
///
/// Every round has all numbers of clients, one after another. Each has a load of its own, warm from the
/// beginning, which has connections only while it is its turn: all of them at once would be more than a
/// process may have open.
record CrowdWork() implements Work {
    private static final List<Integer> CLIENTS = List.of(1_000, 5_000, 10_000, 18_000);
    private static final double RATE = 5_000;
    private static final double SECONDS = 4;
    private static final Growth MOST_GROWTH = new Growth(2);

    /// Of each load. More often than later, so that server and load are compiled soon.
    private static final Phase WARM_UP = new Phase.OpenLoop(3 * RATE, 0, 4);

    @Override
    public String name() {
        return "crowd";
    }

    @Override
    public double expectedSeconds(int rounds) {
        double warming = CLIENTS.size() * (2 + WARM_UP.duration().toSeconds());
        double round = CLIENTS.stream().mapToDouble(CrowdWork::expectedSecondsOf).sum();
        return 2
                * (warming
                        + Peak.USUAL_SECONDS_OF_WARM_UP
                        + Field.roundsForResponseTimes(rounds) * round);
    }

    private static double expectedSecondsOf(int clients) {
        return asDue(clients).duration().plus(Phase.stayOf(clients)).toMillis() / 1e3;
    }

    private static Phase asDue(int clients) {
        return new Phase.OpenLoop(RATE, Phase.OpenLoop.leadInOf(clients, RATE), SECONDS);
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var duels =
                Arena.duels(
                        List.of(Field.OURS, Field.NGINX),
                        field.forResponseTimes(),
                        List.of(Field.SMALL),
                        CrowdWork::invite,
                        CLIENTS.stream().map(CrowdWork::fight).toList());
        var bars = new ArrayList<Bar>();
        for (int level = 0; level < CLIENTS.size(); level++) {
            var work = "%,d clients, %,.0f requests/s in all".formatted(CLIENTS.get(level), RATE);
            bars.add(duels.get(level).bar(work, Requirement.over(Field.NGINX, Quantity.P99, 1)));
        }
        bars.add(growth(duels.getFirst(), duels.getLast()));
        bars.add(stillness(field));
        return bars;
    }

    /// The server is warm when it is steady with the first of the loads; the others need a warm-up
    /// of their own, for each is a process.
    private static WarmUp invite(Contestant contestant) throws IOException, InterruptedException {
        var warmUp = contestant.inviteUntilSteady(CLIENTS.getFirst(), WARM_UP);
        for (int clients : CLIENTS.subList(1, CLIENTS.size())) {
            contestant.invite(clients, WARM_UP);
        }
        return warmUp;
    }

    private static Arena.Fight fight(int clients) {
        return contestant -> contestant.ask(clients, asDue(clients));
    }

    /// What of a p99 is the machine's.
    private static Bar stillness(Field field) throws InterruptedException {
        var tries = new Tries<Double>();
        for (int round = 0; round < Tries.LEAST; round++) {
            tries.make(() -> Stillness.percent(field.placement()));
        }
        return tries.figure(
                "the machine, while nobody asks",
                "of the time, the server's processor stands still, 0.2 ms and more at once",
                percent -> percent,
                "%");
    }

    /// Of step 7. How it has warmed up is known of both, and said once.
    static Bar growth(Duel few, Duel many) {
        var work = "from %,d to %,d clients".formatted(CLIENTS.getFirst(), CLIENTS.getLast());
        var pairing =
                Pairing.of(Quantity.MEAN, few.roundsOf(Field.OURS), many.roundsOf(Field.OURS));
        if (pairing.isEmpty()) {
            return Bar.notMeasured(work, MOST_GROWTH.words(), "see above");
        }
        return Bar.held(
                work,
                MOST_GROWTH.words(),
                pairing,
                pairing.outcome(MOST_GROWTH::isReached),
                MOST_GROWTH::isReached,
                Stream.concat(few.beside(Field.OURS), many.beside(Field.OURS)).distinct());
    }
}
