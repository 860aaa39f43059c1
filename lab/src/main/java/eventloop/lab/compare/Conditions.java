package eventloop.lab.compare;

import eventloop.lab.load.Page;
import eventloop.lab.load.Phase;
import java.time.Duration;
import java.util.List;

/// Under which conditions a comparison was made; kept with its results.
///
/// @param clients the numbers of clients, one table for each
/// @param rounds how often everything was measured, one round after the other
/// @param phases of the load, in their order
public record Conditions(
        List<String> servers,
        List<Integer> clients,
        int rounds,
        List<Phase> phases,
        double timeoutSeconds,
        long seed,
        String root,
        List<Page> pages,
        List<String> serverPlacement,
        List<String> loadPlacement,
        List<String> serverFlags,
        List<String> loadFlags) {

    private static final Duration START_AND_END = Duration.ofSeconds(3);

    /// How many measurements there are to be.
    public int measurements() {
        return servers.size() * clients.size() * rounds;
    }

    /// How long they take in all, about.
    public Duration expected() {
        return phases.stream()
                .map(Phase::duration)
                .reduce(START_AND_END, Duration::plus)
                .multipliedBy(measurements());
    }
}
