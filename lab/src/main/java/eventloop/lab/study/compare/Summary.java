package eventloop.lab.study.compare;

import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Median;
import eventloop.lab.study.compare.Measurement.Outcome;
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
public final class Summary {
    private final String server;
    private final int clients;
    private final List<Outcome> outcomes;
    private final List<Timed> timed;

    /// Of the rounds in which it took the load while response times were measured.
    private final List<PhaseResult> timely;

    /// The rounds in which it took the load at the peak.
    private final List<Timed> peaks;

    private Summary(String server, List<Measurement> measurements) {
        this.server = server;
        clients = measurements.stream().mapToInt(Measurement::clients).findFirst().orElse(0);
        outcomes = measurements.stream().map(Measurement::outcome).toList();
        timed = measurements.stream().flatMap(one -> one.timed().stream()).toList();
        timely = open().stream().filter(PhaseResult::counts).toList();
        peaks = timed.stream().filter(round -> round.closed().counts()).toList();
    }

    /// @param measurements of one server and one number of clients
    public static Summary of(String server, List<Measurement> measurements) {
        return new Summary(server, measurements);
    }

    private List<PhaseResult> open() {
        return timed.stream().map(Timed::open).toList();
    }

    private List<PhaseResult> closed() {
        return timed.stream().map(Timed::closed).toList();
    }

    private List<PhaseResult> peakLoops() {
        return peaks.stream().map(Timed::closed).toList();
    }

    private List<Beginning.Seen> beginnings() {
        return timed.stream().map(Timed::beginning).toList();
    }

    /// With the number of its processes if there were several.
    public String server() {
        return processes() == 1 ? server : "%s × %d".formatted(server, processes());
    }

    private int processes() {
        return timed.stream().mapToInt(Timed::processes).max().orElse(1);
    }

    public boolean hasFigures() {
        return meanMillis().isPresent() || requestsPerSecond().isPresent();
    }

    /// Why there are no figures at all.
    public String reason() {
        return noResponseTimes().isEmpty() ? noPeak() : noResponseTimes();
    }

    /// Why there are no response times, or not in every round; empty otherwise.
    public String noResponseTimes() {
        return Reason.of(outcomes, open());
    }

    /// Why there is no peak, nor what was observed at it, or not in every round; empty otherwise.
    public String noPeak() {
        return Reason.of(outcomes, closed());
    }

    /// Which of the figures are missing beside those that are there, and why.
    public List<String> gaps() {
        if (noResponseTimes().equals(noPeak())) {
            return noPeak().isEmpty()
                    ? List.of()
                    : List.of("not timed in every round: " + noPeak());
        }
        return Stream.of(
                        gap("response times", meanMillis(), noResponseTimes()),
                        gap("requests/s", requestsPerSecond(), noPeak()))
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

    public OptionalDouble meanMillis() {
        return median(timely, round -> round.latency().meanMillis());
    }

    public OptionalDouble p50Millis() {
        return median(timely, round -> round.latency().p50Millis());
    }

    public OptionalDouble p99Millis() {
        return median(timely, round -> round.latency().p99Millis());
    }

    public OptionalDouble p999Millis() {
        return median(timely, round -> round.latency().p999Millis());
    }

    /// Whether the mean may be as it is because of the load.
    public boolean meanIsRough() {
        return Doubts.areLate(timely, Latency::meanMillis);
    }

    /// Whether the slowest may have been slow because of the load.
    public boolean p99IsRough() {
        return Doubts.areLate(timely, Latency::p99Millis);
    }

    /// The same of the very slowest.
    public boolean p999IsRough() {
        return Doubts.areLate(timely, Latency::p999Millis);
    }

    public OptionalDouble requestsPerSecond() {
        return median(peaks, round -> round.closed().requestsPerSecond());
    }

    /// Whether the load could make no more: the server may answer more than this.
    public boolean peakIsOfTheLoad() {
        return Doubts.areLimitedByTheLoad(peakLoops());
    }

    public OptionalDouble threads() {
        return known(peaks, round -> asDouble(round.observation().mostThreads()));
    }

    public OptionalDouble switchesPerRequest() {
        return known(peaks, round -> round.workAtPeak().switchesPerRequest());
    }

    public OptionalDouble peakMemoryBytes() {
        return known(peaks, round -> asDouble(round.observation().peakMemoryBytes()));
    }

    public OptionalDouble processorMicrosPerRequest() {
        return known(peaks, round -> round.workAtPeak().processorMicrosPerRequest());
    }

    public OptionalDouble allocatedBytesPerRequest() {
        return known(peaks, Summary::allocatedBytesPerRequest);
    }

    private static OptionalDouble allocatedBytesPerRequest(Timed round) {
        return round.heap()
                .map(heap -> OptionalDouble.of(heap.allocatedBytesPerRequest()))
                .orElse(OptionalDouble.empty());
    }

    /// Until all clients had come and had an answer; empty if not all had one.
    public OptionalDouble servedAfterSeconds() {
        return beginnings().stream().allMatch(seen -> seen.allWereServed(clients))
                ? median(beginnings(), seen -> seen.arrival().seconds())
                : OptionalDouble.empty();
    }

    /// Attempts to connect that the kernel ignored.
    public OptionalDouble dropped() {
        var known =
                timed.stream()
                        .flatMapToLong(round -> round.observation().dropped().stream())
                        .summaryStatistics();
        return known.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(known.getSum());
    }

    /// While response times were measured.
    public FailedRequests failures() {
        return FailedRequests.in(open());
    }

    /// While it answered as fast as it can.
    public FailedRequests peakFailures() {
        return FailedRequests.in(closed());
    }

    /// What failed in which phase, one line each.
    public List<String> failuresInWords() {
        return Stream.concat(
                        failures().inWords().stream(),
                        peakFailures().inWords().stream().map("at the peak "::concat))
                .toList();
    }

    public long reconnects() {
        return Stream.concat(open().stream(), closed().stream())
                .mapToLong(PhaseResult::reconnects)
                .sum();
    }

    /// The share of the processors that others had in the round in which it was most; empty where nobody looked.
    public OptionalDouble bystanders() {
        return timed.stream()
                .flatMapToDouble(round -> round.observation().bystanders().stream())
                .max();
    }

    /// Reasons not to trust the figures: it may not be the server alone that was measured.
    public List<String> doubts() {
        return Stream.of(
                        Doubts.aboutProcesses(processes()),
                        Doubts.aboutBeginnings(clients, beginnings()),
                        Doubts.aboutPeaks(peakLoops()),
                        Doubts.aboutSpareTime(
                                peakLoops(), peaks.stream().map(Timed::workAtPeak).toList()),
                        Doubts.aboutRounds(
                                peakLoops().stream().mapToDouble(PhaseResult::requestsPerSecond)),
                        Doubts.aboutResponseTimes(timely),
                        Doubts.aboutBystanders(timed.stream().map(Timed::observation)))
                .flatMap(List::stream)
                .toList();
    }

    /// The mean as it is to be shown, no more precise than it is.
    public String meanWords() {
        return meanIsRough() ? Figures.roughMillis(meanMillis()) : Figures.millis(meanMillis());
    }

    public String p99Words() {
        return p99IsRough() ? Figures.roughMillis(p99Millis()) : Figures.millis(p99Millis());
    }

    public String p999Words() {
        return p999IsRough() ? Figures.roughMillis(p999Millis()) : Figures.millis(p999Millis());
    }

    /// The most that it answers: `≥ 5,000` where the load could ask for no more.
    public String peakWords() {
        return (peakIsOfTheLoad() ? "≥ " : "") + Figures.count(requestsPerSecond());
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
