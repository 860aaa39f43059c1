package eventloop.lab.measure.load;

import java.time.Duration;

/// What one of several load processes has to do.
///
/// @param plan its own clients and companions
/// @param number which of the processes it is, from 0
/// @param of how many there are
record Share(LoadPlan plan, int number, int of) {
    private static final Duration START = Duration.ofSeconds(20);

    static Share whole(LoadPlan plan) {
        return new Share(plan, 0, 1);
    }

    boolean isWhole() {
        return of == 1;
    }

    boolean asks() {
        return plan.clients().count() > 0;
    }

    /// Whether all who work while clients are timed have clients here: without them nobody would tell that it is time.
    boolean worksOnlyBesideClients() {
        return asks() || plan.companions().stream().noneMatch(Companions::workWhileTimed);
    }

    /// By then the process must have begun, whatever the server does.
    Duration longestStart() {
        return START.plusSeconds(of)
                .plusMillis((long) plan.companionCount() * of)
                .plus(plan.timeout());
    }

    /// By then a phase must be over, whatever the server does.
    Duration longest(Phase phase) {
        return START.plus(phase.duration()).plus(plan.timeout().multipliedBy(2));
    }
}
