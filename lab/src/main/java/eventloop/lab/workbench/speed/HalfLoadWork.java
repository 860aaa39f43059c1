package eventloop.lab.workbench.speed;

import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.WarmUp;
import java.io.IOException;
import java.util.List;

/// Requests at random times, half as many as nginx can answer: what does a user feel of a server that is busy
/// but not too busy?
record HalfLoadWork() implements Work {
    private static final String WORDS = "1 KiB at random times, half of nginx's peak";
    private static final double LEAD_IN_SECONDS = 1;
    private static final double SECONDS = 3;
    private static final Phase WARM_UP = new Phase.ClosedLoop(0, 4);

    @Override
    public String name() {
        return "half";
    }

    @Override
    public double expectedSeconds(int rounds) {
        return Peak.SMALL.expectedSeconds(1, 1)
                + 2
                        * (2
                                + WARM_UP.duration().toSeconds()
                                + Peak.USUAL_SECONDS_OF_WARM_UP
                                + Field.roundsForResponseTimes(rounds)
                                        * (LEAD_IN_SECONDS + SECONDS));
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var peak = Peak.SMALL;
        var alone = peak.duel(List.of(Field.NGINX), field.with(1));
        double rate =
                alone.roundsOf(Field.NGINX).values().stream()
                        .mapToDouble(round -> round.requestsPerSecond() / 2)
                        .findFirst()
                        .orElse(0);
        var half = new Phase.OpenLoop(rate, LEAD_IN_SECONDS, SECONDS);
        var duel =
                Arena.duel(
                        List.of(Field.OURS, Field.NGINX),
                        field.forResponseTimes(),
                        peak.sizes(),
                        contestant -> warmUp(contestant, half),
                        contestant -> contestant.ask(peak.connections(), half));
        return List.of(
                duel.bar(WORDS, Requirement.over(Field.NGINX, Quantity.MEAN, 1)),
                duel.bar(WORDS, Requirement.over(Field.NGINX, Quantity.P99, 1)));
    }

    private static WarmUp warmUp(Contestant contestant, Phase.OpenLoop half)
            throws IOException, InterruptedException {
        if (half.requestsPerSecond() == 0) {
            throw new IOException("nginx's peak is not known");
        }
        return contestant.inviteUntilSteady(Peak.SMALL.connections(), WARM_UP);
    }
}
