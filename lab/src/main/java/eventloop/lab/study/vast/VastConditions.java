package eventloop.lab.study.vast;

import eventloop.lab.measure.load.LoadHeap;
import eventloop.lab.measure.result.Differences;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Under which conditions a run was made; kept with its results.
///
/// @param levels numbers of clients
/// @param arrivalsPerSecond at which clients come, none before the one that is due before it
/// @param requestsPerSecond of all clients together, while they stand
/// @param warmUpSeconds before that, with [HeldCrowd#WARM_UP_PER_SECOND]
/// @param seconds that these are counted
/// @param idleSeconds in which all stand and nobody asks
/// @param patienceSeconds how long those who have come last are waited for
/// @param timeoutSeconds how long a client waits for an answer
/// @param fileBytes of the file that all ask for
/// @param versions of the servers that are not the course's own
/// @param connectionsEach that a process may have
/// @param serverFlags of the JVMs among the servers
/// @param sharingFlags that come to these where a server has several processes
public record VastConditions(
        List<Integer> levels,
        double arrivalsPerSecond,
        double requestsPerSecond,
        double warmUpSeconds,
        double seconds,
        double idleSeconds,
        double patienceSeconds,
        double timeoutSeconds,
        long fileBytes,
        Map<String, String> versions,
        int connectionsEach,
        List<String> serverPlacement,
        List<String> loadPlacement,
        List<String> serverFlags,
        List<String> sharingFlags,
        List<String> loadFlags) {
    /// Of each load process: [#loadFlags] follow from it.
    public static final LoadHeap LOAD_HEAP = LoadHeap.FRUGAL;

    private static final List<Part> COMPARED =
            List.of(
                    new Part("clients that come in a second", VastConditions::arrivalsPerSecond),
                    new Part("requests a second", VastConditions::requestsPerSecond),
                    new Part("seconds of warm-up", VastConditions::warmUpSeconds),
                    new Part("seconds that are counted", VastConditions::seconds),
                    new Part("seconds in which nobody asks", VastConditions::idleSeconds),
                    new Part("seconds of patience", VastConditions::patienceSeconds),
                    new Part("seconds until a timeout", VastConditions::timeoutSeconds),
                    new Part("bytes of the file", VastConditions::fileBytes),
                    new Part("connections a process", VastConditions::connectionsEach),
                    new Part("the servers' processors", VastConditions::serverPlacement),
                    new Part("the load's processors", VastConditions::loadPlacement),
                    new Part("flags of a server", VastConditions::serverFlags),
                    new Part("flags of a server of several", VastConditions::sharingFlags),
                    new Part("flags of the load", VastConditions::loadFlags));

    private static final double MILLIS_A_PROCESS = 700;
    private static final double CLIENTS_THAT_LEAVE_A_SECOND = 20_000;
    private static final double BESIDES_SECONDS = 9;

    /// How long one server takes with so many clients, about.
    public Duration expected(Demand demand) {
        double starting =
                (demand.serverProcesses() + demand.loadProcesses()) * MILLIS_A_PROCESS / 1000;
        double standing = idleSeconds + warmUpSeconds + seconds + BESIDES_SECONDS;
        double comingAndGoing =
                demand.clients() / arrivalsPerSecond
                        + demand.clients() / CLIENTS_THAT_LEAVE_A_SECOND;
        return Duration.ofMillis((long) (1000 * (starting + standing + comingAndGoing)));
    }

    /// What is not the same in both, for people: `requests a second (2000.0, not 5000.0)`, this one's first. Where there
    /// is nothing, the levels of both may stand in one table.
    public Stream<String> differencesFrom(VastConditions before) {
        return Stream.concat(
                COMPARED.stream().flatMap(part -> part.difference(this, before)),
                Differences.inVersions(versions, before.versions));
    }

    /// One of the conditions, in words.
    private record Part(String words, Function<VastConditions, Object> value) {
        Stream<String> difference(VastConditions here, VastConditions before) {
            return Differences.in(words, value.apply(here), value.apply(before));
        }
    }

    /// The same with levels and servers of a run before.
    VastConditions and(VastConditions before) {
        var all =
                Stream.concat(levels.stream(), before.levels.stream()).sorted().distinct().toList();
        var allVersions = new TreeMap<>(before.versions);
        allVersions.putAll(versions);
        return new VastConditions(
                all,
                arrivalsPerSecond,
                requestsPerSecond,
                warmUpSeconds,
                seconds,
                idleSeconds,
                patienceSeconds,
                timeoutSeconds,
                fileBytes,
                allVersions,
                connectionsEach,
                serverPlacement,
                loadPlacement,
                serverFlags,
                sharingFlags,
                loadFlags);
    }
}
