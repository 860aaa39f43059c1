package eventloop.lab.study.vast;

import eventloop.lab.study.claims.Expectation;
import eventloop.lab.study.claims.Expectation.Direction;
import eventloop.lab.study.claims.LedgerFile;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.vast.Stand.Held;
import eventloop.lab.study.vast.Stand.Lost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.node.ObjectNode;

/// A sentence of the course about more clients than two servers could hold at the same time on one machine. So no rounds
/// decide it, in which two sides take turns, but one run of `./course vast`; and there is no interval. A ratio that one
/// run has found near its bar may be on the other side in the next: it is not told.
///
/// @param id short and lasting, such as `H01`
/// @param slide of the talk of 2018 that the sentence comes from
/// @param lesson the module it belongs to
/// @param figure of step 7
/// @param clients the level at which it is taken; empty for the highest that step 7 and the other have both held
/// @param beside whose figure step 7's is divided by; empty if the figure stands for itself
/// @param most that the figure, or the ratio, may be
public record CrowdClaim(
        String id,
        String sentence,
        String slide,
        String lesson,
        CrowdFigure figure,
        OptionalInt clients,
        Optional<String> beside,
        double most) {
    static final String OURS = "step07-zerocopy";

    public CrowdClaim {
        if (clients.orElse(1) < 1) {
            throw new IllegalArgumentException(id + " is about no clients");
        }
    }

    /// @param ledger a file that people write: see `lab/claims.yaml`
    /// @throws IllegalArgumentException that says which claim cannot be understood, and why
    public static List<CrowdClaim> read(Path ledger) throws IOException {
        var crowds = LedgerFile.read(ledger).path("crowds");
        return StreamSupport.stream(crowds.spliterator(), false)
                .map(node -> LedgerFile.claim(node, CrowdClaim::whole, CrowdClaim.class))
                .toList();
    }

    private static ObjectNode whole(ObjectNode written) {
        var whole = LedgerFile.node().putNull("clients").putNull("beside");
        whole.setAll(written);
        return whole;
    }

    CrowdVerdict judge(VastResult result) {
        var level = clients.isPresent() ? clients : highest(result);
        if (level.isEmpty()) {
            var nothing = OptionalDouble.empty();
            return new CrowdVerdict(this, level, nothing, nothing, Verdict.CANNOT_TELL);
        }
        return judge(level.getAsInt(), result);
    }

    private CrowdVerdict judge(int level, VastResult result) {
        var ours = figure(OURS, level, result);
        var theirs =
                beside.map(other -> figure(other, level, result)).orElse(OptionalDouble.empty());
        var found =
                new CrowdVerdict(this, OptionalInt.of(level), ours, theirs, Verdict.CANNOT_TELL);
        return mayBeAnothers(level, result)
                ? found
                : found.with(verdict(found.measured(), wasTriedInVain(level, result)));
    }

    private boolean mayBeAnothers(int level, VastResult result) {
        return Stream.concat(Stream.of(OURS), beside.stream())
                .flatMap(server -> result.held(server, level).stream())
                .anyMatch(figure::mayBeAnothers);
    }

    private OptionalInt highest(VastResult result) {
        return result.conditions().levels().stream()
                .mapToInt(level -> level)
                .filter(level -> hasServedAll(OURS, level, result))
                .filter(level -> hasServedAll(beside.orElse(OURS), level, result))
                .reduce((_, higher) -> higher);
    }

    private static boolean hasServedAll(String server, int level, VastResult result) {
        return result.held(server, level).filter(held -> held.allWereServed(level)).isPresent();
    }

    private OptionalDouble figure(String server, int level, VastResult result) {
        return result.held(server, level)
                .map(held -> figure.of(held, level))
                .orElse(OptionalDouble.empty());
    }

    private static boolean wasTriedInVain(int level, VastResult result) {
        return result.stands().stream()
                .anyMatch(stand ->
                        stand.server().equals(OURS) && stand.clients() == level && isInVain(stand));
    }

    private static boolean isInVain(Stand stand) {
        return switch (stand.outcome()) {
            case Held held -> !held.allWereServed(stand.clients());
            case Lost _ -> true;
            case Stand.Unmeasured _, Stand.NotRun _ -> false;
        };
    }

    private Verdict verdict(OptionalDouble measured, boolean isInVain) {
        if (isInVain) {
            return Verdict.DOES_NOT_HOLD;
        }
        if (measured.isEmpty() || isTooNear(measured.getAsDouble())) {
            return Verdict.CANNOT_TELL;
        }
        return measured.getAsDouble() > most ? Verdict.DOES_NOT_HOLD : Verdict.HOLDS;
    }

    /// Whether it is a ratio of which one run says too little. A figure that stands for itself has no other that was
    /// measured minutes later, when the machine was another.
    boolean isTooNear(double measured) {
        return beside.isPresent() && new Expectation(Direction.LOWER, 1 / most).isNear(measured);
    }
}
