package eventloop.lab.measure.load;

import eventloop.lab.measure.site.Page;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// All that a load process has to know, sent to it as one line of JSON.
///
/// @param companions who is there beside the clients
/// @param timeoutSeconds how long a client waits for an answer before it gives up
/// @param seed of everything random: equal plans make equal requests at equal times
/// @param pages what is asked for
public record LoadPlan(
        String host,
        int port,
        Clients clients,
        List<Companions> companions,
        double timeoutSeconds,
        long seed,
        List<Page> pages) {
    private static final long FAR_FROM_OTHER_SEEDS = 1_000_003;

    /// Clients that keep their connections to a server, and nobody beside them.
    public static LoadPlan keepAlive(
            URI server, int clients, double timeoutSeconds, long seed, List<Page> pages) {
        return new LoadPlan(
                server.getHost(),
                server.getPort(),
                Clients.keepAlive(clients),
                List.of(),
                timeoutSeconds,
                seed,
                pages);
    }

    /// Arrivals of every open loop are drawn anew: what only one draw shows is no result. Whoever does as many phases
    /// of an equal plan has the same again.
    ///
    /// @param number of the open loop, from 0
    long seedOfPhase(int number) {
        return seed + number * FAR_FROM_OTHER_SEEDS;
    }

    /// Each client draws what it asks for with one of its own, which is the same at every run.
    SplittableRandom randomOf(int client) {
        return new SplittableRandom(seed * FAR_FROM_OTHER_SEEDS + client);
    }

    Duration timeout() {
        return Duration.ofNanos((long) (timeoutSeconds * 1e9));
    }

    /// How many there can be at one moment.
    int connections() {
        return clients.count() + companionCount();
    }

    int companionCount() {
        return companions.stream().mapToInt(Companions::count).sum();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }
}
