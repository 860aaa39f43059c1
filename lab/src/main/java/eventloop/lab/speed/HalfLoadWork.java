package eventloop.lab.speed;

import eventloop.lab.load.Phase;
import eventloop.lab.load.Wrk;
import java.io.IOException;
import java.util.List;

/// Requests at random times, half as many as nginx can answer: what does a user feel of a server that is busy
/// but not too busy?
record HalfLoadWork() implements Work {
    private static final String WORDS = "1 KiB at random times, half of nginx's peak";
    private static final int CLIENTS = 64;
    private static final double LEAD_IN_SECONDS = 1;
    private static final double SECONDS = 3;
    private static final double PEAK_SECONDS = 2;

    @Override
    public String name() {
        return "half";
    }

    @Override
    public double expectedSeconds(int rounds) {
        return 8 + 2 * rounds * (1 + LEAD_IN_SECONDS + SECONDS);
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var wrk = new Wrk(CLIENTS, PEAK_SECONDS, List.of());
        var page = Field.page(Field.SMALL);
        Duel.Fight peak = contestant -> contestant.peak(wrk, page, field.placement());
        var before = Duel.of(List.of(Field.NGINX), field.with(1), peak, peak);
        double rate = before.median(Field.NGINX, Quantity.REQUESTS).orElse(0) / 2;
        var half = new Phase.OpenLoop(rate, LEAD_IN_SECONDS, SECONDS);
        var duel =
                Duel.of(
                        List.of(Field.OURS, Field.NGINX),
                        field,
                        peak,
                        contestant -> ask(contestant, half, field));
        return List.of(
                duel.bar(WORDS, Requirement.over(Field.NGINX, Quantity.MEAN, 1)),
                duel.bar(WORDS, Requirement.over(Field.NGINX, Quantity.P99, 1)));
    }

    private static Round ask(Contestant contestant, Phase.OpenLoop half, Field field)
            throws IOException, InterruptedException {
        if (half.requestsPerSecond() == 0) {
            throw new IOException("nginx's peak is not known");
        }
        return contestant.ask(CLIENTS, half, field);
    }
}
