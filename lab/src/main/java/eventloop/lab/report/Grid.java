package eventloop.lab.report;

import eventloop.lab.claims.Spread;
import eventloop.lab.compare.ComparisonResult;
import eventloop.lab.compare.Measurement;
import eventloop.lab.compare.Measurement.Timed;
import eventloop.lab.compare.Summary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
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

    Summary summary(String server, int clients) {
        return Summary.of(server, measurements(server, clients));
    }

    /// Why there are no figures; empty if there are.
    String reason(String server, int clients) {
        var summary = summary(server, clients);
        return summary.requestsPerSecond().isPresent() ? "" : summary.reason();
    }

    /// A figure of all rounds in which there is one.
    Optional<Spread> spread(String server, int clients, Function<Timed, OptionalDouble> figure) {
        var figures =
                timed(server, clients)
                        .map(figure)
                        .flatMapToDouble(OptionalDouble::stream)
                        .boxed()
                        .toList();
        return figures.isEmpty() ? Optional.empty() : Optional.of(Spread.of(figures));
    }

    /// How many times the other's figure a server's is, round by round.
    Optional<Spread> ratio(
            String server, String other, int clients, Function<Timed, Double> figure) {
        var ours = byRound(server, clients, figure);
        var theirs = byRound(other, clients, figure);
        var ratios =
                ours.entrySet().stream()
                        .filter(round -> theirs.containsKey(round.getKey()))
                        .map(round -> round.getValue() / theirs.get(round.getKey()))
                        .toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }

    private Map<Integer, Double> byRound(
            String server, int clients, Function<Timed, Double> figure) {
        return measurements(server, clients).stream()
                .filter(measurement -> measurement.outcome() instanceof Timed)
                .collect(
                        Collectors.toMap(
                                Measurement::round,
                                measurement -> figure.apply((Timed) measurement.outcome()),
                                (_, again) -> again));
    }

    private Stream<Timed> timed(String server, int clients) {
        return measurements(server, clients).stream()
                .map(Measurement::outcome)
                .filter(Timed.class::isInstance)
                .map(Timed.class::cast);
    }

    private List<Measurement> measurements(String server, int clients) {
        return cells.getOrDefault(new Cell(server, clients), List.of());
    }
}
