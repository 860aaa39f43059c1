package eventloop.lab.measure.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How a load is divided over processes. One takes all if it can. Otherwise the clients have processes of
/// their own, mostly one, and the companions have others, which are quiet while the clients are timed. Only those
/// companions that work while the clients are timed go with them.
final class Division {
    /// Rounds have seeds that follow each other: parts must not, or they would do what a part of the round before did.
    private static final long FAR_FROM_OTHER_ROUNDS = 1_009;

    private Division() {}

    /// Those with clients come first.
    ///
    /// @param most connections that a process can have
    static List<Share> of(LoadPlan plan, int most) {
        if (plan.connections() <= most) {
            return List.of(Share.whole(plan));
        }
        var working = plan.companions().stream().filter(Companions::workWhileTimed).toList();
        var quiet = plan.companions().stream().filter(kind -> !kind.workWhileTimed()).toList();
        var plans = new ArrayList<LoadPlan>();
        int asking = Math.ceilDiv(plan.clients().count() + count(working), most);
        for (int part = 0; part < asking; part++) {
            int clients = part(plan.clients().count(), part, asking);
            long seed = plan.seed() + part * FAR_FROM_OTHER_ROUNDS;
            plans.add(with(clients, stretch(working, part, asking), seed, plan));
        }
        int beside = Math.ceilDiv(count(quiet), most);
        for (int part = 0; part < beside; part++) {
            plans.add(with(0, stretch(quiet, part, beside), plan.seed(), plan));
        }
        return IntStream.range(0, plans.size())
                .mapToObj(number -> new Share(plans.get(number), number, plans.size()))
                .toList();
    }

    private static LoadPlan with(
            int clients, List<Companions> companions, long seed, LoadPlan plan) {
        return new LoadPlan(
                plan.host(),
                plan.port(),
                plan.clients().of(clients),
                companions,
                plan.timeoutSeconds(),
                seed,
                plan.pages());
    }

    private static int count(List<Companions> companions) {
        return companions.stream().mapToInt(Companions::count).sum();
    }

    /// All stand in a row, and each part takes a stretch of it.
    private static List<Companions> stretch(List<Companions> companions, int part, int of) {
        long from = (long) count(companions) * part / of;
        long to = (long) count(companions) * (part + 1) / of;
        var stretch = new ArrayList<Companions>();
        long place = 0;
        for (var kind : companions) {
            long first = Math.max(from, place);
            place += kind.count();
            long last = Math.min(to, place);
            if (first < last) {
                stretch.add(kind.of((int) (last - first)));
            }
        }
        return stretch;
    }

    /// As equal as whole numbers can be.
    private static int part(int count, int part, int of) {
        return count / of + (part < count % of ? 1 : 0);
    }

    /// What such a share has to do in a phase: as much as it has clients.
    static Phase phase(Phase whole, Share share, LoadPlan plan) {
        return switch (whole) {
            case Phase.ClosedLoop closed -> closed;
            case Phase.Arrival arrival -> arrival;
            case Phase.OpenLoop open ->
                    new Phase.OpenLoop(
                            open.requestsPerSecond()
                                    * share.plan().clients().count()
                                    / plan.clients().count(),
                            open.leadInSeconds(),
                            open.seconds(),
                            open.burst(),
                            open.clientsStay());
        };
    }
}
