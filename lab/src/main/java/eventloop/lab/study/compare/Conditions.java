package eventloop.lab.study.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.site.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Under which conditions a comparison was made; kept with its results.
///
/// @param versions of the servers that are not the course's own: `nginx`, `nginx 1.22.1`
/// @param clients the numbers of clients, one table for each
/// @param rounds how often everything was measured, one round after the other
/// @param beginning before each of them
/// @param phases of the load while response times are measured, in their order
/// @param fileSizes in bytes, for the peaks by size of file
/// @param sizeClients how many ask for the smaller of them
/// @param largeFileClients how many ask for those of 1 MiB and above
/// @param sizePhase of the load meanwhile
/// @param looksAtHeaps whether each JVM has a stretch of load more, in which its heap is looked at
/// @param seed of the first round; each one after it has the next
public record Conditions(
        List<String> servers,
        Map<String, String> versions,
        List<Integer> clients,
        int rounds,
        Beginning beginning,
        List<Phase> phases,
        List<Long> fileSizes,
        int sizeClients,
        @JsonProperty(required = true) int largeFileClients,
        Phase sizePhase,
        boolean looksAtHeaps,
        double timeoutSeconds,
        long seed,
        String root,
        List<Page> pages,
        List<String> serverPlacement,
        List<String> loadPlacement,
        List<String> serverFlags,
        List<String> loadFlags) {
    private static final long LARGE = 1 << 20;

    /// Server and load start and end, and answers are looked at.
    private static final Duration BESIDES = Duration.ofMillis(4_500);

    private static final Duration HEAP = Duration.ofSeconds(5);

    /// Most servers are steady sooner than they have to be.
    private static final double SHARE_OF_WARM_UP = 0.4;

    /// Hardly one is steady sooner.
    private static final int LEAST_WARM_UP_SECONDS = 4;

    /// @throws NullPointerException if a part is not there, as in files of other versions
    public Conditions {
        Objects.requireNonNull(beginning, "beginning");
    }

    /// The same of fewer servers, and of fewer numbers of clients.
    Conditions of(List<String> fewerServers, List<Integer> fewerClients) {
        return new Conditions(
                fewerServers,
                versions,
                fewerClients,
                rounds,
                beginning,
                phases,
                fileSizes,
                sizeClients,
                largeFileClients,
                sizePhase,
                looksAtHeaps,
                timeoutSeconds,
                seed,
                root,
                pages,
                serverPlacement,
                loadPlacement,
                serverFlags,
                loadFlags);
    }

    /// How many clients ask for a file of that size. As many as small files need to keep a server busy would
    /// have a gigabyte of large ones on the way.
    public int clientsFor(long fileBytes) {
        return fileBytes < LARGE ? sizeClients : largeFileClients;
    }

    /// What a row of tables says of whose it is: of others' servers, with version and age.
    public String title(String server) {
        return versions.getOrDefault(server, server);
    }

    /// How many measurements of response times there are to be.
    public int measurements() {
        return servers.size() * clients.size() * rounds;
    }

    /// How many peaks by size of file there are to be.
    public int peaks() {
        return servers.size() * fileSizes.size() * rounds;
    }

    private Duration warmUp() {
        int most = beginning.mostWarmUpSeconds();
        double least = Math.min(LEAST_WARM_UP_SECONDS, most);
        return Duration.ofMillis((long) (1000 * Math.max(least, SHARE_OF_WARM_UP * most)));
    }

    /// How long they take in all, about.
    public Duration expected() {
        var before = BESIDES.plus(warmUp()).plus(looksAtHeaps ? HEAP : Duration.ZERO);
        var measurement = phases.stream().map(Phase::duration).reduce(before, Duration::plus);
        var peak = before.plus(sizePhase.duration());
        return measurement
                .multipliedBy(measurements())
                .plus(comingAndStaying().multipliedBy((long) servers.size() * rounds))
                .plus(peak.multipliedBy(peaks()));
    }

    /// Of one server, at all levels.
    private Duration comingAndStaying() {
        return clients.stream()
                .map(count -> Phase.Arrival.of(count, 0).duration().plus(Phase.stayOf(count)))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
