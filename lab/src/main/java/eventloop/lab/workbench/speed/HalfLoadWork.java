package eventloop.lab.workbench.speed;

import eventloop.lab.measure.load.Phase;
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
        var required =
                List.of(
                        Requirement.over(Field.NGINX, Quantity.MEAN, 1),
                        Requirement.over(Field.NGINX, Quantity.P99, 1));
        var alone = peak.duel(List.of(Field.NGINX), field.with(1));
        var reason = alone.whyNotMeasured(Field.NGINX, Field.NGINX);
        if (reason.isPresent()) {
            return required.stream()
                    .map(requirement -> Bar.notMeasured(WORDS, requirement.words(), reason.get()))
                    .toList();
        }
        var most = alone.roundsOf(Field.NGINX).firstEntry().getValue();
        var half = new Phase.OpenLoop(most.requestsPerSecond() / 2, LEAD_IN_SECONDS, SECONDS);
        var duel =
                Arena.duel(
                        List.of(Field.OURS, Field.NGINX),
                        field.forResponseTimes(),
                        peak.sizes(),
                        contestant -> contestant.inviteUntilSteady(peak.connections(), WARM_UP),
                        contestant -> contestant.ask(peak.connections(), half));
        return required.stream().map(requirement -> duel.bar(WORDS, requirement)).toList();
    }
}
