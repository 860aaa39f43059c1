package eventloop.lab.speed;

import eventloop.lab.result.Figures;
import eventloop.lab.result.Median;
import eventloop.lab.server.ServerFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What came out when several servers, all running, took turns: round by round, side by side, so that a
/// machine that is slow for a while is slow for all.
final class Duel {
    /// One round of one server.
    interface Fight {
        Round fight(Contestant contestant) throws IOException, InterruptedException;
    }

    /// A server that had less of its processor was waiting for the load.
    private static final double BUSY = 0.97;

    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /// @param names the servers; one that does not start or fails costs only its own figures
    /// @param warmUp is fought by each before the rounds, and not counted
    static Duel of(List<String> names, Field field, Fight warmUp, Fight fight)
            throws InterruptedException {
        var duel = new Duel();
        var contestants = new ArrayList<Contestant>();
        try {
            for (var name : names) {
                duel.start(name, field, warmUp, contestants);
            }
            for (int round = 1; round <= field.rounds(); round++) {
                for (var contestant : contestants) {
                    field.progress().detail(": %s, round %d".formatted(contestant.name(), round));
                    duel.round(contestant, fight);
                }
            }
        } finally {
            contestants.forEach(contestant -> contestant.server().close());
        }
        return duel;
    }

    private void start(String name, Field field, Fight warmUp, List<Contestant> contestants)
            throws InterruptedException {
        field.progress().detail(": starting " + name);
        try {
            var contestant = field.start(name);
            contestants.add(contestant);
            warmUp.fight(contestant);
        } catch (ServerFailure | IOException failure) {
            reasons.put(name, failure.getMessage());
        }
    }

    private void round(Contestant contestant, Fight fight) throws InterruptedException {
        if (reasons.containsKey(contestant.name())) {
            return;
        }
        try {
            rounds.computeIfAbsent(contestant.name(), _ -> new ArrayList<>())
                    .add(fight.fight(contestant));
        } catch (IOException failure) {
            reasons.put(contestant.name(), failure.getMessage());
        }
    }

    /// Holds what came out against what was required.
    Bar bar(String work, Requirement requirement) {
        var ours = requirement.server();
        var rival = requirement.rival();
        for (var name : List.of(ours, rival)) {
            if (reasons.containsKey(name)) {
                return Bar.notMeasured(work, requirement.words(), reasons.get(name));
            }
        }
        var advantages = advantages(requirement);
        double median = Median.of(advantages).orElseThrow();
        return new Bar(
                work,
                requirement.words(),
                "%s (%s to %s)"
                        .formatted(
                                Figures.plain(median),
                                Figures.plain(min(advantages)),
                                Figures.plain(max(advantages))),
                Bar.Outcome.of(median >= requirement.least()),
                remark(requirement),
                Stream.concat(rounds.get(ours).stream(), rounds.get(rival).stream()).toList());
    }

    private double[] advantages(Requirement requirement) {
        var ours = rounds.get(requirement.server());
        var theirs = rounds.get(requirement.rival());
        return IntStream.range(0, Math.min(ours.size(), theirs.size()))
                .mapToDouble(round ->
                        requirement.quantity().advantage(ours.get(round), theirs.get(round)))
                .toArray();
    }

    /// The medians themselves, and whether it was the load that was at its end.
    private String remark(Requirement requirement) {
        var quantity = requirement.quantity();
        var medians =
                "%s to %s %s"
                        .formatted(
                                Figures.plain(median(requirement.server(), quantity).orElseThrow()),
                                Figures.plain(median(requirement.rival(), quantity).orElseThrow()),
                                quantity.unit());
        double share =
                rounds.get(requirement.server()).stream()
                        .mapToDouble(Round::processorShare)
                        .average()
                        .orElse(1);
        return quantity == Quantity.REQUESTS && share < BUSY
                ? medians
                        + "; the server used %.0f %% of its processor: it was not the limit"
                                .formatted(100 * share)
                : medians;
    }

    /// Of all rounds of a server; nothing if it has none.
    OptionalDouble median(String server, Quantity quantity) {
        return Median.of(
                rounds.getOrDefault(server, List.of()).stream()
                        .mapToDouble(quantity::of)
                        .toArray());
    }

    private static double min(double[] values) {
        return DoubleStream.of(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return DoubleStream.of(values).max().orElseThrow();
    }
}
