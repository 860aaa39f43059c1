package eventloop.lab.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// All that a load process has to know, sent to it as one line of JSON.
///
/// @param clients how many clients there are; each has one connection and one request at a time
/// @param timeoutSeconds how long a client waits for an answer before it gives up
/// @param seed of everything random: equal plans make equal requests at equal times
/// @param pages what is asked for
/// @param phases what is done, one after another, by the same clients
public record LoadPlan(
        String host,
        int port,
        int clients,
        double timeoutSeconds,
        long seed,
        List<Page> pages,
        List<Phase> phases) {

    private static final Duration START = Duration.ofSeconds(20);

    /// By then it must be over, whatever the server does.
    Duration longest() {
        var phases =
                this.phases.stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus);
        long patience = (long) (2 * timeoutSeconds() * 1e9) * this.phases.size();
        return START.plus(phases).plusNanos(patience);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }
}
