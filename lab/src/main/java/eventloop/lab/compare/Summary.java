package eventloop.lab.compare;

import eventloop.lab.compare.Measurement.NotTimed;
import eventloop.lab.compare.Measurement.Timed;
import eventloop.lab.load.Failure;
import eventloop.lab.result.Median;
import eventloop.lab.observe.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// One server's row: the medians of its rounds, and the sum of what went wrong in them.
///
/// @param reason why there are no figures; empty if there are
/// @param doubts reasons not to trust the figures: it may not be the server alone that was measured
public record Summary(
        String server,
        String reason,
        OptionalDouble meanMillis,
        OptionalDouble p50Millis,
        OptionalDouble p99Millis,
        OptionalDouble p999Millis,
        OptionalDouble requestsPerSecond,
        OptionalDouble threads,
        OptionalDouble switchesPerRequest,
        OptionalDouble peakMemoryBytes,
        OptionalDouble processorMicrosPerRequest,
        OptionalDouble allocatedBytesPerRequest,
        Map<Failure, Long> failures,
        long answered,
        long reconnects,
        List<String> doubts) {

    /// A generator that is busy for so much of its time has no more to give.
    private static final double BUSY = 0.9;

    /// Other programs that have more than this share of the processors disturb what is measured.
    private static final double DISTURBED = 0.05;

    /// @param measurements of one server and one number of clients
    public static Summary of(String server, List<Measurement> measurements) {
        var outcomes = measurements.stream().map(Measurement::outcome).toList();
        var timed = only(Timed.class, outcomes);
        var reason =
                only(NotTimed.class, outcomes).stream()
                        .map(NotTimed::reason)
                        .findFirst()
                        .orElse(timed.isEmpty() ? "not measured" : "");
        return new Summary(
                server,
                reason,
                median(timed, round -> round.open().latency().meanMillis()),
                median(timed, round -> round.open().latency().p50Millis()),
                median(timed, round -> round.open().latency().p99Millis()),
                median(timed, round -> round.open().latency().p999Millis()),
                median(timed, round -> round.closed().requestsPerSecond()),
                known(timed, round -> asDouble(round.observation().mostThreads())),
                known(timed, round -> closedWork(round).switchesPerRequest()),
                known(timed, round -> asDouble(round.observation().peakMemoryBytes())),
                known(timed, round -> closedWork(round).processorMicrosPerRequest()),
                known(timed, Summary::allocatedBytesPerRequest),
                failures(timed),
                timed.stream()
                        .mapToLong(round -> round.open().answered() + round.closed().answered())
                        .sum(),
                timed.stream()
                        .mapToLong(round -> round.open().reconnects() + round.closed().reconnects())
                        .sum(),
                doubts(timed));
    }

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What went wrong, by kind, and how much of all it was: `503 37,372 (38 %)`.
    public List<String> failuresInWords() {
        return failures.entrySet().stream()
                .map(entry ->
                        "%s %,d (%.1f %%)"
                                .formatted(
                                        entry.getKey().words(),
                                        entry.getValue(),
                                        100.0 * entry.getValue() / (answered + failed())))
                .toList();
    }

    private static List<String> doubts(List<Timed> rounds) {
        var doubts = new ArrayList<String>();
        if (rounds.stream().anyMatch(round -> round.closed().generatorLoad() > BUSY)) {
            doubts.add("requests/s: the load generator could make no more");
        }
        if (rounds.stream().anyMatch(Summary::isLate)) {
            doubts.add("p99: the load generator was late itself");
        }
        rounds.stream()
                .mapToDouble(round -> round.observation().bystanders().orElse(0))
                .max()
                .stream()
                .filter(share -> share > DISTURBED)
                .forEach(share ->
                        doubts.add(
                                "other programs took up to %.0f %% of the processors"
                                        .formatted(share * 100)));
        return doubts;
    }

    /// The closed loop comes first.
    private static Work closedWork(Timed round) {
        return round.observation().work().getFirst();
    }

    private static OptionalDouble allocatedBytesPerRequest(Timed round) {
        return round.heap()
                .map(heap -> OptionalDouble.of(heap.allocatedBytesPerRequest()))
                .orElse(OptionalDouble.empty());
    }

    private static boolean isLate(Timed round) {
        var open = round.open();
        return open.lateness().p99Millis() > open.latency().p99Millis() / 2;
    }

    private static <T> List<T> only(Class<T> type, List<? super T> outcomes) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static OptionalDouble median(List<Timed> rounds, ToDoubleFunction<Timed> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }

    private static OptionalDouble known(
            List<Timed> rounds, Function<Timed, OptionalDouble> figure) {
        return Median.of(
                rounds.stream().map(figure).flatMapToDouble(OptionalDouble::stream).toArray());
    }

    private static OptionalDouble asDouble(OptionalInt number) {
        return number.isPresent() ? OptionalDouble.of(number.getAsInt()) : OptionalDouble.empty();
    }

    private static OptionalDouble asDouble(OptionalLong number) {
        return number.isPresent() ? OptionalDouble.of(number.getAsLong()) : OptionalDouble.empty();
    }

    private static Map<Failure, Long> failures(List<Timed> rounds) {
        var sum = new EnumMap<Failure, Long>(Failure.class);
        for (var round : rounds) {
            round.open().failures().forEach((kind, count) -> sum.merge(kind, count, Long::sum));
            round.closed().failures().forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        }
        return sum;
    }
}
