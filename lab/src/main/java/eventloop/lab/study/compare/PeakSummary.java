package eventloop.lab.study.compare;

import eventloop.lab.measure.result.Median;
import eventloop.lab.study.compare.Measurement.WithPeak;
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
        var timed =
                outcomes.stream()
                        .filter(WithPeak.class::isInstance)
                        .map(WithPeak.class::cast)
                        .toList();
        var all = timed.stream().map(WithPeak::closed).toList();
        var counting = timed.stream().filter(one -> one.closed().counts()).toList();
        var peaks = counting.stream().map(WithPeak::closed).toList();
        var rates = peaks.stream().map(peak -> peak.requestsPerSecond(fileBytes)).toList();
        return new PeakSummary(
                server,
                fileBytes,
                rates,
                Reason.of(outcomes, all),
                FailedRequests.in(all),
                Stream.of(
                                Doubts.aboutWarmUps(
                                        timed.stream().map(WithPeak::beginning).toList()),
                                Doubts.aboutPeaks(peaks),
                                Doubts.aboutSpareTime(
                                        peaks,
                                        counting.stream().map(WithPeak::workAtPeak).toList()),
                                Doubts.aboutRounds(rates.stream().mapToDouble(Double::doubleValue)),
                                Doubts.aboutBystanders(timed.stream().map(WithPeak::observation)))
                        .flatMap(List::stream)
                        .toList());
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
