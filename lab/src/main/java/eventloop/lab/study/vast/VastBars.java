package eventloop.lab.study.vast;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.vast.Stand.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What step 7 has to reach at the highest level of a run: alone, and beside nginx's workers and node's cluster where
/// these have held that level, or at the highest that they have.
final class VastBars {
    static final String OURS = "step07-zerocopy";
    private static final double MOST_SECONDS = 100;
    private static final double MOST_IDLE_SHARE = 0.01;

    /// @param limit that the figure must not exceed
    /// @param isMet whether it does not
    record Bar(String sentence, String limit, String figure, boolean isMet) {}

    private final VastResult result;
    private final List<Bar> bars = new ArrayList<>();

    private VastBars(VastResult result) {
        this.result = result;
    }

    /// None without step 7.
    static List<Bar> of(VastResult result) {
        var bars = new VastBars(result);
        bars.highest(OURS).ifPresent(bars::alone);
        bars.beside("nginx", 1.0, 1.5);
        bars.beside("node", 0.8, 0.5);
        return List.copyOf(bars.bars);
    }

    private Optional<Integer> highest(String... servers) {
        return result.conditions().levels().stream()
                .filter(level ->
                        List.of(servers).stream()
                                .allMatch(server -> result.held(server, level).isPresent()))
                .reduce((_, higher) -> higher);
    }

    private void alone(int clients) {
        var held = result.held(OURS, clients).orElseThrow();
        var level = "%,d clients: ".formatted(clients);
        add(
                level + "all connected and served once",
                MOST_SECONDS,
                held.allWereServed(clients)
                        ? OptionalDouble.of(held.secondsUntilServed())
                        : OptionalDouble.empty(),
                " s");
        add(
                level + "requests not answered, or wrong",
                0,
                OptionalDouble.of(held.arrival().failed() + held.paced().failed()),
                "");
        add(
                level + "share of one processor while nobody asks",
                MOST_IDLE_SHARE,
                held.idleProcessorShare(),
                "");
    }

    private void beside(String rival, double mostTime, double mostMemory) {
        highest(OURS, rival)
                .ifPresent(clients -> {
                    var level = "%,d clients: ".formatted(clients);
                    add(
                            level + "mean response time, of " + rival + "'s",
                            mostTime,
                            ratio(
                                    rival,
                                    clients,
                                    held -> OptionalDouble.of(held.paced().latency().meanMillis())),
                            "");
                    add(
                            level + "resident memory, of " + rival + "'s",
                            mostMemory,
                            ratio(
                                    rival,
                                    clients,
                                    held -> VastTable.asDouble(held.memory().residentBytes())),
                            "");
                });
    }

    private OptionalDouble ratio(String rival, int clients, Function<Held, OptionalDouble> figure) {
        var ours = result.held(OURS, clients).map(figure).orElseThrow();
        var theirs = result.held(rival, clients).map(figure).orElseThrow();
        return ours.isPresent() && theirs.isPresent()
                ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
                : OptionalDouble.empty();
    }

    /// @param figure none is no success
    private void add(String sentence, double most, OptionalDouble figure, String unit) {
        bars.add(
                new Bar(
                        sentence,
                        Figures.plain(most) + unit,
                        Figures.ratio(figure) + (figure.isPresent() ? unit : ""),
                        figure.orElse(Double.POSITIVE_INFINITY) <= most));
    }
}
