package eventloop.lab.speed;

import eventloop.lab.load.Phase;
import eventloop.lab.result.Figures;
import java.util.ArrayList;
import java.util.List;

/// More and more clients, each of which asks now and then, so that together they always ask for the same: what
/// does it cost a request that others are there?
record CrowdWork() implements Work {
    private static final List<Integer> CLIENTS = List.of(1_000, 5_000, 10_000, 18_000);
    private static final int FEW = 64;
    private static final double RATE = 5_000;
    private static final double SECONDS = 3;
    private static final double MOST_GROWTH = 2;
    private static final double WARM_UP_SECONDS = 2;

    @Override
    public String name() {
        return "crowd";
    }

    @Override
    public double expectedSeconds(int rounds) {
        return 2
                * CLIENTS.stream()
                        .mapToDouble(clients ->
                                WARM_UP_SECONDS + rounds * (1 + leadIn(clients) + SECONDS))
                        .sum();
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var bars = new ArrayList<Bar>();
        var duels = new ArrayList<Duel>();
        for (int clients : CLIENTS) {
            var duel = duel(clients, field);
            duels.add(duel);
            bars.add(duel.bar(words(clients), Requirement.over(Field.NGINX, Quantity.P99, 1)));
        }
        bars.add(growth(duels.getFirst(), duels.getLast()));
        return bars;
    }

    private static Duel duel(int clients, Field field) throws InterruptedException {
        var warmUp = new Phase.ClosedLoop(0, WARM_UP_SECONDS);
        var asDue = new Phase.OpenLoop(RATE, leadIn(clients), SECONDS);
        return Duel.of(
                List.of(Field.OURS, Field.NGINX),
                field,
                contestant -> contestant.ask(FEW, warmUp, field),
                contestant -> contestant.ask(clients, asDue, field));
    }

    /// Until all have connected, with their first request.
    private static double leadIn(int clients) {
        return Math.max(1, 1.5 * clients / RATE);
    }

    private static String words(int clients) {
        return "%,d clients, %,.0f requests/s in all".formatted(clients, RATE);
    }

    private static Bar growth(Duel few, Duel many) {
        var work = "from %,d to %,d clients".formatted(CLIENTS.getFirst(), CLIENTS.getLast());
        var bar = "mean response time grows by ≤ %s times".formatted(Figures.plain(MOST_GROWTH));
        var before = few.median(Field.OURS, Quantity.MEAN);
        var after = many.median(Field.OURS, Quantity.MEAN);
        if (before.isEmpty() || after.isEmpty()) {
            return Bar.notMeasured(work, bar, "see above");
        }
        double growth = after.getAsDouble() / before.getAsDouble();
        return new Bar(
                work,
                bar,
                Figures.plain(growth),
                Bar.Outcome.of(growth <= MOST_GROWTH),
                "%s to %s ms"
                        .formatted(
                                Figures.plain(before.getAsDouble()),
                                Figures.plain(after.getAsDouble())),
                List.of());
    }
}
