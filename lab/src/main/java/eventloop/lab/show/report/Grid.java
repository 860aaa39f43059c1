package eventloop.lab.show.report;

import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.compare.Measurement;
import eventloop.lab.study.compare.Measurement.Timed;
import eventloop.lab.study.compare.Reason;
import eventloop.lab.study.compare.Summary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A comparison as a table of servers by numbers of clients: each cell holds the rounds of one server under
/// one load.
final class Grid {
    private record Cell(String server, int clients) {}

    private final ComparisonResult result;
    private final Map<Cell, List<Measurement>> cells;

    Grid(ComparisonResult result) {
        this.result = result;
        cells =
                result.measurements().stream()
                        .collect(Collectors.groupingBy(m -> new Cell(m.server(), m.clients())));
    }

    ComparisonResult result() {
        return result;
    }

    List<String> servers() {
        return result.conditions().servers();
    }

    /// The numbers of clients.
    List<Integer> levels() {
        return result.conditions().clients().stream().sorted().distinct().toList();
    }

    boolean isMeasured(String server, int clients) {
        return !measurements(server, clients).isEmpty();
    }

    Summary summary(String server, int clients) {
        return Summary.of(server, measurements(server, clients));
    }

    /// Why there are no figures at all; empty if there are.
    String reason(String server, int clients) {
        var summary = summary(server, clients);
        return summary.hasFigures() ? "" : summary.reason();
    }

    /// Why a phase does not count in every round; empty if it does.
    String reason(String server, int clients, Function<Timed, PhaseResult> phase) {
        var outcomes = measurements(server, clients).stream().map(Measurement::outcome).toList();
        return Reason.of(outcomes, timed(server, clients).map(phase).toList());
    }

    /// A figure of all rounds in which there is one.
    ///
    /// @param phase to which it belongs: a round in which that does not count has none
    Optional<Spread> spread(
            String server,
            int clients,
            Function<Timed, PhaseResult> phase,
            Function<Timed, OptionalDouble> figure) {
        var figures =
                timed(server, clients)
                        .filter(timed -> phase.apply(timed).counts())
                        .map(figure)
                        .flatMapToDouble(OptionalDouble::stream)
                        .boxed()
                        .toList();
        return figures.isEmpty() ? Optional.empty() : Optional.of(Spread.of(figures));
    }

    /// How many times the other's figure a server's is, over all rounds in which both count.
    Optional<Spread> ratio(
            String server,
            String other,
            int clients,
            Function<Timed, PhaseResult> phase,
            ToDoubleFunction<PhaseResult> figure) {
        var ratios = ratios(server, other, clients, phase, figure);
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }

    /// The same, round by round.
    List<Double> ratios(
            String server,
            String other,
            int clients,
            Function<Timed, PhaseResult> phase,
            ToDoubleFunction<PhaseResult> figure) {
        var ours = byRound(server, clients, phase);
        var theirs = byRound(other, clients, phase);
        return ours.entrySet().stream()
                .filter(round -> theirs.containsKey(round.getKey()))
                .map(round ->
                        figure.applyAsDouble(round.getValue())
                                / figure.applyAsDouble(theirs.get(round.getKey())))
                .toList();
    }

    private Map<Integer, PhaseResult> byRound(
            String server, int clients, Function<Timed, PhaseResult> phase) {
        var rounds = new TreeMap<Integer, PhaseResult>();
        for (var measurement : measurements(server, clients)) {
            if (measurement.outcome() instanceof Timed timed && phase.apply(timed).counts()) {
                rounds.put(measurement.round(), phase.apply(timed));
            }
        }
        return rounds;
    }

    private Stream<Timed> timed(String server, int clients) {
        return measurements(server, clients).stream().flatMap(one -> one.timed().stream());
    }

    private List<Measurement> measurements(String server, int clients) {
        return cells.getOrDefault(new Cell(server, clients), List.of());
    }
}
