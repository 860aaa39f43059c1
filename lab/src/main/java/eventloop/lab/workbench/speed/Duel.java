package eventloop.lab.workbench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came out where several servers took turns: round by round, side by side.
final class Duel {
    /// A server that fails as often is not measured at all.
    private static final int MOST_FAILURES = 3;

    private final Map<String, NavigableMap<Integer, Round>> rounds = new HashMap<>();
    private final Map<String, List<String>> failures = new HashMap<>();
    private final Map<String, List<String>> notes = new HashMap<>();
    private final Map<String, String> withdrawn = new HashMap<>();

    /// The server takes no part in it.
    void withdraw(String server, String reason) {
        withdrawn.put(server, reason);
    }

    /// What one has to know of a server beside its figures.
    void note(String server, String words) {
        notes.computeIfAbsent(server, _ -> new ArrayList<>()).add(words);
    }

    /// Has a server fight one round. If it fails, that costs this round; if it fails again and
    /// again, or has died, all.
    void round(int round, Contestant contestant, Arena.Fight fight) throws InterruptedException {
        var name = contestant.name();
        if (withdrawn.containsKey(name)) {
            return;
        }
        try {
            rounds.computeIfAbsent(name, _ -> new TreeMap<>()).put(round, fight.fight(contestant));
        } catch (IOException failure) {
            failed(contestant, failure);
        }
    }

    /// A server that has died says itself why; the load only says that nobody answers.
    private void failed(Contestant contestant, IOException failure) throws InterruptedException {
        var name = contestant.name();
        if (!contestant.server().isAlive()) {
            withdraw(name, contestant.server().died("under load").getMessage());
            return;
        }
        var reasons = failures.computeIfAbsent(name, _ -> new ArrayList<>());
        reasons.add(failure.getMessage());
        if (reasons.size() == MOST_FAILURES) {
            withdraw(
                    name,
                    "%d rounds failed, the last one: %s"
                            .formatted(MOST_FAILURES, failure.getMessage()));
        }
    }

    /// Holds what came out against what was required.
    Bar bar(String work, Requirement requirement) {
        var server = requirement.server();
        var rival = requirement.rival();
        var reason = whyNotMeasured(server, rival);
        if (reason.isPresent()) {
            return Bar.notMeasured(work, requirement.words(), reason.get());
        }
        var pairing = pairing(server, rival, requirement.quantity());
        return Bar.held(
                work,
                requirement.words(),
                pairing,
                pairing.outcome(requirement.least()),
                requirement::isReached,
                beside(server, rival));
    }

    /// Both quantities of a peak, without anything to reach.
    List<Bar> figures(String work, String server, String rival) {
        return Stream.of(Quantity.REQUESTS, Quantity.PROCESSOR)
                .map(quantity -> figure(work, server, rival, quantity))
                .toList();
    }

    private Bar figure(String work, String server, String rival, Quantity quantity) {
        var figure =
                quantity.isBetterHigher()
                        ? "%s ÷ %s's".formatted(quantity.words(), rival)
                        : "%s's %s ÷ its own".formatted(rival, quantity.words());
        return whyNotMeasured(server, rival)
                .map(reason -> Bar.figureNotMeasured(work, figure, reason))
                .orElseGet(() -> {
                    var pairing = pairing(server, rival, quantity);
                    return Bar.withoutBar(work, figure, pairing, remark(pairing, server, rival));
                });
    }

    /// What one has to know beside the ratio of two servers.
    String remark(Pairing pairing, String one, String other) {
        return Stream.concat(Stream.of(pairing.remark()), beside(one, other))
                .collect(Collectors.joining("; "));
    }

    /// What one has to know of servers themselves.
    Stream<String> beside(String... servers) {
        return Stream.of(servers)
                .flatMap(server ->
                        Stream.concat(
                                failed(server), notes.getOrDefault(server, List.of()).stream()));
    }

    /// How many times better one was than another, round by round.
    Pairing pairing(String one, String other, Quantity quantity) {
        return Pairing.of(quantity, roundsOf(one), roundsOf(other));
    }

    /// Of a server, by their numbers; those that failed are missing.
    NavigableMap<Integer, Round> roundsOf(String server) {
        return rounds.getOrDefault(server, new TreeMap<>());
    }

    /// Nothing if both servers have at least one round that can be compared.
    Optional<String> whyNotMeasured(String one, String other) {
        return Stream.of(one, other)
                .filter(withdrawn::containsKey)
                .map(withdrawn::get)
                .findFirst()
                .or(() ->
                        pairing(one, other, Quantity.REQUESTS).isEmpty()
                                ? Stream.of(one, other).flatMap(this::failed).findFirst()
                                : Optional.empty());
    }

    private Stream<String> failed(String server) {
        return Stream.ofNullable(failures.get(server))
                .map(reasons ->
                        "%d of its rounds failed: %s".formatted(reasons.size(), reasons.getLast()));
    }
}
