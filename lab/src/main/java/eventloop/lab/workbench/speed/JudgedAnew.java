package eventloop.lab.workbench.speed;

import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/// Bars as they were stored, judged by the rule of today: earlier ones were met or missed by the
/// median alone. What was stored without its rounds stays as it is.
final class JudgedAnew {
    private JudgedAnew() {}

    static Bar of(Bar stored) {
        if (!stored.isHeld() || stored.rounds().isEmpty()) {
            return stored;
        }
        var required =
                Requirement.read(stored.bar())
                        .map(requirement -> judged(stored, requirement))
                        .stream();
        var allowed = Growth.read(stored.bar()).map(growth -> judged(stored, growth)).stream();
        return Stream.concat(required, allowed).findFirst().orElse(stored);
    }

    private static Bar judged(Bar stored, Requirement requirement) {
        var pairing = pairing(stored, requirement.quantity());
        return said(stored, pairing, pairing.outcome(requirement.least()), requirement::isReached);
    }

    private static Bar judged(Bar stored, Growth growth) {
        var pairing = pairing(stored, Quantity.MEAN);
        return said(stored, pairing, pairing.outcome(growth::isReached), growth::isReached);
    }

    /// With what a bar of today says beside that, unless it was said already.
    private static Bar said(
            Bar stored, Pairing pairing, Bar.Outcome outcome, DoublePredicate isReached) {
        return stored.with(
                outcome,
                Stream.of(pairing.votes(isReached), pairing.whyUntold(isReached))
                        .flatMap(Optional::stream)
                        .filter(words -> !stored.remark().contains(words)));
    }

    /// All of one server stand before all of the other.
    private static Pairing pairing(Bar stored, Quantity quantity) {
        int half = stored.rounds().size() / 2;
        return new Pairing(
                quantity,
                stored.rounds().subList(0, half),
                stored.rounds().subList(half, 2 * half));
    }
}
