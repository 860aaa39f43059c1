package eventloop.lab.study.compare;

import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Bystanders;
import eventloop.lab.measure.observe.Observation;
import eventloop.lab.measure.observe.PhaseCost;
import eventloop.lab.measure.result.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Reasons not to trust figures: it may not be the server alone that was measured.
final class Doubts {
    /// A server that is busy for so much of its time has no more to give.
    private static final double BUSY = 0.9;

    /// Other programs that have more than this share of the processors disturb what is measured; and so does the host of
    /// a virtual machine that gives them to somebody else.
    private static final double DISTURBED = 0.05;

    /// Rounds under the same load that differ by more than this factor have not measured the same.
    private static final double UNLIKE = 2;

    private Doubts() {}

    /// @param peaks of all rounds that count
    static List<String> aboutPeaks(List<PhaseResult> peaks) {
        var limit =
                areLimitedByTheLoad(peaks)
                        ? Stream.of("requests/s: the load generator could make no more")
                        : Stream.<String>empty();
        return Stream.concat(limit, aboutStarvedClients(peaks)).toList();
    }

    /// A server that serves some of its clients alone may be as fast as one that serves all.
    private static Stream<String> aboutStarvedClients(List<PhaseResult> peaks) {
        return peaks.stream()
                .mapToInt(PhaseResult::clientsWithoutAnswer)
                .filter(clients -> clients > 0)
                .max()
                .stream()
                .mapToObj(clients ->
                        "requests/s: %s had no answer while they were counted"
                                .formatted(Figures.counted(clients, "client", "clients")));
    }

    /// Whether one of them may be the load's own peak.
    static boolean areLimitedByTheLoad(List<PhaseResult> peaks) {
        return peaks.stream().anyMatch(PhaseResult::isLimitedByTheLoad);
    }

    /// A server that waits for something at its peak has another limit than its processor, or the load has.
    ///
    /// @param peaks of all rounds that count
    /// @param work of the server at each of them
    static List<String> aboutSpareTime(List<PhaseResult> peaks, List<PhaseCost> work) {
        if (areLimitedByTheLoad(peaks)) {
            return List.of();
        }
        return work.stream().flatMapToDouble(one -> one.processorShare().stream()).min().stream()
                .filter(share -> share < BUSY)
                .mapToObj(share ->
                        "requests/s: the server had its processor for as little as %.0f %% of the time"
                                .formatted(100 * share))
                .toList();
    }

    /// A median hides that its rounds were not alike, as those of a server that was still being compiled.
    ///
    /// @param requestsPerSecond of all rounds that count
    static List<String> aboutRounds(DoubleStream requestsPerSecond) {
        var all = requestsPerSecond.summaryStatistics();
        return all.getMax() > UNLIKE * all.getMin()
                ? List.of(
                        "requests/s: the rounds differ more than twofold (%,.0f to %,.0f)"
                                .formatted(all.getMin(), all.getMax()))
                : List.of();
    }

    /// @param openLoops of all rounds that count
    static List<String> aboutResponseTimes(List<PhaseResult> openLoops) {
        var times = new LinkedHashMap<String, ToDoubleFunction<Latency>>();
        times.put("mean", Latency::meanMillis);
        times.put("p99", Latency::p99Millis);
        times.put("p99.9", Latency::p999Millis);
        return times.entrySet().stream()
                .filter(time -> areLate(openLoops, time.getValue()))
                .map(time -> time.getKey() + ": the load generator was late itself")
                .toList();
    }

    /// Whether a response time that they tell may be the load's own doing.
    static boolean areLate(List<PhaseResult> openLoops, ToDoubleFunction<Latency> time) {
        return openLoops.stream().anyMatch(loop -> loop.isLate(time));
    }

    /// @param clients so many came, each time
    /// @param beginnings of all rounds
    static List<String> aboutBeginnings(int clients, List<Beginning.Seen> beginnings) {
        return Stream.concat(
                        beginnings.stream()
                                .filter(seen -> !seen.allWereServed(clients))
                                .map(seen ->
                                        "%,d of %,d clients had an answer when all had come"
                                                .formatted(seen.arrival().answered(), clients))
                                .limit(1),
                        aboutWarmUps(beginnings).stream())
                .toList();
    }

    /// @param beginnings of all rounds
    static List<String> aboutWarmUps(List<Beginning.Seen> beginnings) {
        return beginnings.stream()
                .flatMap(seen -> seen.warmUp().doubt().stream())
                .limit(1)
                .toList();
    }

    /// @param most processes that a server had
    static List<String> aboutProcesses(int most) {
        return most == 1
                ? List.of()
                : List.of(
                        "%d processes share the port, for one cannot have so many connections"
                                .formatted(most));
    }

    /// @param observations of all rounds
    static List<String> aboutBystanders(Stream<Observation> observations) {
        return observations
                .mapToDouble(observation -> observation.bystanders().orElse(0))
                .max()
                .stream()
                .filter(share -> share > DISTURBED)
                .mapToObj(share -> Bystanders.took("up to %.0f %%".formatted(share * 100)))
                .toList();
    }
}
