package eventloop.lab.study.compare;

import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Observation;
import eventloop.lab.measure.result.Median;
import eventloop.lab.study.compare.Measurement.NotTimed;
import eventloop.lab.study.compare.Measurement.Outcome;
import eventloop.lab.study.compare.Measurement.Peak;
import eventloop.lab.study.compare.Measurement.Timed;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// How fast one server hands out files of one size: its rounds, and what has to be known about them.
///
/// @param requestsPerSecond of the rounds in which it took the load
/// @param reason why not every round has a figure; empty if every one has
/// @param doubts reasons not to trust the figures
public record PeakSummary(
        String server,
        long fileBytes,
        List<Double> requestsPerSecond,
        String reason,
        FailedRequests failures,
        List<String> doubts) {

    public static PeakSummary of(String server, long fileBytes, List<Throughput> throughput) {
        var outcomes =
                throughput.stream()
                        .filter(one -> one.server().equals(server) && one.fileBytes() == fileBytes)
                        .map(Throughput::outcome)
                        .toList();
        var peaks = outcomes.stream().flatMap(PeakSummary::peak).toList();
        var counting =
                outcomes.stream()
                        .filter(outcome -> peak(outcome).anyMatch(PhaseResult::counts))
                        .toList();
        var countingPeaks = counting.stream().flatMap(PeakSummary::peak).toList();
        var rates = countingPeaks.stream().map(peak -> peak.requestsPerSecond(fileBytes)).toList();
        return new PeakSummary(
                server,
                fileBytes,
                rates,
                Reason.of(outcomes, peaks),
                FailedRequests.in(peaks),
                Stream.of(
                                Doubts.aboutWarmUps(
                                        outcomes.stream().flatMap(PeakSummary::beginning).toList()),
                                Doubts.aboutPeaks(countingPeaks),
                                Doubts.aboutSpareTime(
                                        countingPeaks,
                                        counting.stream()
                                                .flatMap(PeakSummary::observation)
                                                .flatMap(seen -> seen.work().stream().limit(1))
                                                .toList()),
                                Doubts.aboutRounds(rates.stream().mapToDouble(Double::doubleValue)),
                                Doubts.aboutBystanders(
                                        outcomes.stream().flatMap(PeakSummary::observation)))
                        .flatMap(List::stream)
                        .toList());
    }

    private static Stream<PhaseResult> peak(Outcome outcome) {
        return switch (outcome) {
            case Peak peak -> Stream.of(peak.closed());
            case Timed timed -> Stream.of(timed.closed());
            case NotTimed _ -> Stream.of();
        };
    }

    private static Stream<Beginning.Seen> beginning(Outcome outcome) {
        return switch (outcome) {
            case Peak peak -> Stream.of(peak.beginning());
            case Timed timed -> Stream.of(timed.beginning());
            case NotTimed _ -> Stream.of();
        };
    }

    private static Stream<Observation> observation(Outcome outcome) {
        return switch (outcome) {
            case Peak peak -> Stream.of(peak.observation());
            case Timed timed -> Stream.of(timed.observation());
            case NotTimed _ -> Stream.of();
        };
    }

    public boolean hasFigures() {
        return !requestsPerSecond.isEmpty();
    }

    public OptionalDouble median() {
        return Median.of(requestsPerSecond.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// What one has to know about the figure, if there is one: each on a line of its own.
    public List<String> remarks() {
        if (!hasFigures()) {
            return List.of();
        }
        return Stream.of(
                        failures.inWords().stream().map("failed requests: "::concat),
                        doubts.stream(),
                        Stream.of(reason)
                                .filter(why -> !why.isEmpty())
                                .map("not timed in every round: "::concat))
                .flatMap(remarks -> remarks)
                .toList();
    }
}
