package eventloop.lab.study.compare;

import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.PhaseCost;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Median;
import eventloop.lab.study.compare.Measurement.Timed;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// One server's row: the medians of its rounds, and the sum of what went wrong in them. A round in which the
/// server did not take the load has no figures; see [PhaseResult#counts].
///
/// @param server with the number of its processes if there were several
/// @param noResponseTimes why there are none, or not in every round; empty otherwise
/// @param noPeak why there is none, nor what was observed at it, or not in every round; empty otherwise
/// @param meanIsRough whether the mean may be as it is because of the load
/// @param p99IsRough whether the slowest may have been slow because of the load
/// @param p999IsRough the same of the very slowest
/// @param peakIsOfTheLoad whether the load could make no more: the server may answer more than this
/// @param servedAfterSeconds until all clients had come and had an answer; empty if not all had one
/// @param dropped attempts to connect that the kernel ignored
/// @param failures while response times were measured
/// @param peakFailures while it answered as fast as it can
/// @param bystanders the share of the processors that others had in the round in which it was most; empty where nobody
///     looked
/// @param doubts reasons not to trust the figures: it may not be the server alone that was measured
public record Summary(
        String server,
        String noResponseTimes,
        String noPeak,
        OptionalDouble meanMillis,
        OptionalDouble p50Millis,
        OptionalDouble p99Millis,
        OptionalDouble p999Millis,
        boolean meanIsRough,
        boolean p99IsRough,
        boolean p999IsRough,
        OptionalDouble requestsPerSecond,
        boolean peakIsOfTheLoad,
        OptionalDouble threads,
        OptionalDouble switchesPerRequest,
        OptionalDouble peakMemoryBytes,
        OptionalDouble processorMicrosPerRequest,
        OptionalDouble allocatedBytesPerRequest,
        OptionalDouble servedAfterSeconds,
        OptionalDouble dropped,
        FailedRequests failures,
        FailedRequests peakFailures,
        long reconnects,
        OptionalDouble bystanders,
        List<String> doubts) {

    /// @param measurements of one server and one number of clients
    public static Summary of(String server, List<Measurement> measurements) {
        var outcomes = measurements.stream().map(Measurement::outcome).toList();
        var timed = measurements.stream().flatMap(one -> one.timed().stream()).toList();
        var open = timed.stream().map(Timed::open).toList();
        var closed = timed.stream().map(Timed::closed).toList();
        var timely = open.stream().filter(PhaseResult::counts).toList();
        var peaks = timed.stream().filter(round -> round.closed().counts()).toList();
        var peakLoops = peaks.stream().map(Timed::closed).toList();
        int clients = measurements.stream().mapToInt(Measurement::clients).findFirst().orElse(0);
        var beginnings = timed.stream().map(Timed::beginning).toList();
        int processes = timed.stream().mapToInt(Timed::processes).max().orElse(1);
        return new Summary(
                processes == 1 ? server : "%s × %d".formatted(server, processes),
                Reason.of(outcomes, open),
                Reason.of(outcomes, closed),
                median(timely, round -> round.latency().meanMillis()),
                median(timely, round -> round.latency().p50Millis()),
                median(timely, round -> round.latency().p99Millis()),
                median(timely, round -> round.latency().p999Millis()),
                Doubts.areLate(timely, Latency::meanMillis),
                Doubts.areLate(timely, Latency::p99Millis),
                Doubts.areLate(timely, Latency::p999Millis),
                median(peaks, round -> round.closed().requestsPerSecond()),
                Doubts.areLimitedByTheLoad(peakLoops),
                known(peaks, round -> asDouble(round.observation().mostThreads())),
                known(peaks, round -> closedWork(round).switchesPerRequest()),
                known(peaks, round -> asDouble(round.observation().peakMemoryBytes())),
                known(peaks, round -> closedWork(round).processorMicrosPerRequest()),
                known(peaks, Summary::allocatedBytesPerRequest),
                servedAfterSeconds(clients, beginnings),
                dropped(timed),
                FailedRequests.in(open),
                FailedRequests.in(closed),
                both(open, closed).stream().mapToLong(PhaseResult::reconnects).sum(),
                timed.stream()
                        .flatMapToDouble(round -> round.observation().bystanders().stream())
                        .max(),
                Stream.of(
                                Doubts.aboutProcesses(processes),
                                Doubts.aboutBeginnings(clients, beginnings),
                                Doubts.aboutPeaks(peakLoops),
                                Doubts.aboutSpareTime(
                                        peakLoops,
                                        peaks.stream().map(Summary::closedWork).toList()),
                                Doubts.aboutRounds(
                                        peaks.stream()
                                                .mapToDouble(round ->
                                                        round.closed().requestsPerSecond())),
                                Doubts.aboutResponseTimes(timely),
                                Doubts.aboutBystanders(timed.stream().map(Timed::observation)))
                        .flatMap(List::stream)
                        .toList());
    }

    public boolean hasFigures() {
        return meanMillis.isPresent() || requestsPerSecond.isPresent();
    }

    /// Why there are no figures at all.
    public String reason() {
        return noResponseTimes.isEmpty() ? noPeak : noResponseTimes;
    }

    /// Which of the figures are missing beside those that are there, and why.
    public List<String> gaps() {
        if (noResponseTimes.equals(noPeak)) {
            return noPeak.isEmpty() ? List.of() : List.of("not timed in every round: " + noPeak);
        }
        return Stream.of(
                        gap("response times", meanMillis, noResponseTimes),
                        gap("requests/s", requestsPerSecond, noPeak))
                .filter(gap -> !gap.isEmpty())
                .toList();
    }

    private static String gap(String figures, OptionalDouble figure, String reason) {
        if (reason.isEmpty()) {
            return "";
        }
        return figure.isPresent()
                ? "%s not of every round: %s".formatted(figures, reason)
                : "no %s: %s".formatted(figures, reason);
    }

    /// The closed loop comes first.
    private static PhaseCost closedWork(Timed round) {
        return round.observation().work().getFirst();
    }

    private static OptionalDouble allocatedBytesPerRequest(Timed round) {
        return round.heap()
                .map(heap -> OptionalDouble.of(heap.allocatedBytesPerRequest()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble servedAfterSeconds(int clients, List<Beginning.Seen> beginnings) {
        return beginnings.stream().allMatch(seen -> seen.allWereServed(clients))
                ? median(
                        beginnings.stream().map(Beginning.Seen::arrival).toList(),
                        PhaseResult::seconds)
                : OptionalDouble.empty();
    }

    private static OptionalDouble dropped(List<Timed> rounds) {
        var known =
                rounds.stream()
                        .flatMapToLong(round -> round.observation().dropped().stream())
                        .summaryStatistics();
        return known.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(known.getSum());
    }

    /// What failed in which phase, one line each.
    public List<String> failuresInWords() {
        return Stream.concat(
                        failures.inWords().stream(),
                        peakFailures.inWords().stream().map("at the peak "::concat))
                .toList();
    }

    /// The mean as it is to be shown, no more precise than it is.
    public String meanWords() {
        return meanIsRough ? Figures.roughMillis(meanMillis) : Figures.millis(meanMillis);
    }

    public String p99Words() {
        return p99IsRough ? Figures.roughMillis(p99Millis) : Figures.millis(p99Millis);
    }

    public String p999Words() {
        return p999IsRough ? Figures.roughMillis(p999Millis) : Figures.millis(p999Millis);
    }

    /// The most that it answers: `≥ 5,000` where the load could ask for no more.
    public String peakWords() {
        return (peakIsOfTheLoad ? "≥ " : "") + Figures.count(requestsPerSecond);
    }

    private static List<PhaseResult> both(List<PhaseResult> open, List<PhaseResult> closed) {
        return Stream.concat(open.stream(), closed.stream()).toList();
    }

    private static <T> OptionalDouble median(List<T> rounds, ToDoubleFunction<T> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }

    private static OptionalDouble known(
            List<Timed> rounds, Function<Timed, OptionalDouble> figure) {
        return Median.of(
                rounds.stream().map(figure).flatMapToDouble(OptionalDouble::stream).toArray());
    }

    private static OptionalDouble asDouble(OptionalInt number) {
        return number.stream().asDoubleStream().findFirst();
    }

    private static OptionalDouble asDouble(OptionalLong number) {
        return number.stream().asDoubleStream().findFirst();
    }
}
