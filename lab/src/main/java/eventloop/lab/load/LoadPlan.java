package eventloop.lab.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// All that a load process has to know, sent to it as one line of JSON.
///
/// @param companions who is there beside the clients
/// @param timeoutSeconds how long a client waits for an answer before it gives up
/// @param seed of everything random: equal plans make equal requests at equal times
/// @param pages what is asked for
/// @param process number of the load process among those that share the load, from 0
public record LoadPlan(
        String host,
        int port,
        Clients clients,
        List<Companions> companions,
        double timeoutSeconds,
        long seed,
        List<Page> pages,
        int process) {

    /// The whole load.
    public LoadPlan(
            String host,
            int port,
            Clients clients,
            List<Companions> companions,
            double timeoutSeconds,
            long seed,
            List<Page> pages) {
        this(host, port, clients, companions, timeoutSeconds, seed, pages, 0);
    }

    private static final Duration START = Duration.ofSeconds(20);

    /// By then the process must have begun, whatever the server does.
    Duration longestStart() {
        int coming = companions.stream().mapToInt(Companions::count).sum();
        return START.plusMillis(coming).plusNanos((long) (timeoutSeconds * 1e9));
    }

    /// By then a phase must be over, whatever the server does.
    Duration longest(Phase phase) {
        return START.plus(phase.duration()).plusNanos((long) (2 * timeoutSeconds * 1e9));
    }

    /// Its part of the load, when `processes` share it.
    LoadPlan part(int process, int processes) {
        return new LoadPlan(
                host,
                port,
                clients.part(process, processes),
                companions.stream().map(kind -> kind.part(process, processes)).toList(),
                timeoutSeconds,
                seed + process,
                pages,
                process);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }
}
