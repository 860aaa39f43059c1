package eventloop.lab.measure.load;

/// How many requests of an open loop have to be asked, and so answered: that is drawn before, and no matter of time.
final class Due {
    private Due() {}

    static long within(Phase.OpenLoop phase, long seed) {
        double seconds = phase.leadInSeconds() + phase.seconds();
        var arrivals = Arrivals.poisson(phase.requestsPerSecond(), phase.burst(), seconds, seed);
        return arrivals.count() - arrivals.countBefore((long) (phase.leadInSeconds() * 1e9));
    }
}
