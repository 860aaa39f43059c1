package eventloop.lab.study.compare;

import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Observation;
import java.util.List;
import java.util.stream.Stream;

/// Reasons not to trust figures: it may not be the server alone that was measured.
final class Doubts {
    /// A generator that is busy for so much of its time has no more to give.
    private static final double BUSY = 0.9;

    /// Other programs that have more than this share of the processors disturb what is measured.
    private static final double DISTURBED = 0.05;

    private Doubts() {}

    /// @param peaks of all rounds
    static List<String> aboutPeaks(List<PhaseResult> peaks) {
        return peaks.stream().anyMatch(peak -> peak.generatorLoad() > BUSY)
                ? List.of("requests/s: the load generator could make no more")
                : List.of();
    }

    /// @param openLoops of all rounds
    static List<String> aboutResponseTimes(List<PhaseResult> openLoops) {
        return openLoops.stream().anyMatch(Doubts::isLate)
                ? List.of("p99: the load generator was late itself")
                : List.of();
    }

    private static boolean isLate(PhaseResult open) {
        return open.lateness().p99Millis() > open.latency().p99Millis() / 2;
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
                .mapToObj(share ->
                        "other programs took up to %.0f %% of the processors"
                                .formatted(share * 100))
                .toList();
    }
}
