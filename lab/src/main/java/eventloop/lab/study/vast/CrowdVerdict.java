package eventloop.lab.study.vast;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.claims.Verdict;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a run says of a claim about a crowd.
///
/// @param clients the level at which the figures were taken; empty if there was none
/// @param ours step 7's figure; empty if there is none
/// @param theirs of the server beside it; empty if there is none
public record CrowdVerdict(
        CrowdClaim claim,
        OptionalInt clients,
        OptionalDouble ours,
        OptionalDouble theirs,
        Verdict verdict) {
    CrowdVerdict with(Verdict found) {
        return new CrowdVerdict(claim, clients, ours, theirs, found);
    }

    /// What is held against the bar: a figure of step 7, or the ratio of two.
    OptionalDouble measured() {
        if (claim.beside().isEmpty()) {
            return ours;
        }
        return ours.isPresent() && theirs.isPresent()
                ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
                : OptionalDouble.empty();
    }

    /// For a person: `mean response time at 100,000 clients: step 7 0.4 ms; nginx 0.6 ms; ratio 0.67, at most 1`.
    public String finding() {
        var unit = (" " + claim.figure().unit()).stripTrailing();
        var figures =
                "%s at %s: step 7 %s%s"
                        .formatted(claim.figure().words(), level(), shown(ours), unit);
        var most = Figures.plain(claim.most());
        return claim.beside()
                .map(other ->
                        "%s; %s %s%s; ratio %s, at most %s%s"
                                .formatted(
                                        figures,
                                        other,
                                        shown(theirs),
                                        unit,
                                        shown(measured()),
                                        most,
                                        doubt()))
                .orElse("%s, at most %s%s%s".formatted(figures, most, unit, doubt()));
    }

    /// Why it cannot be told; empty if it can, or if there is no figure, which says so itself.
    private String doubt() {
        if (verdict != Verdict.CANNOT_TELL || measured().isEmpty()) {
            return "";
        }
        // There are but two reasons: see CrowdClaim.
        return claim.isTooNear(measured().getAsDouble())
                ? ", too near to it for one run"
                : ", but the load was late itself, or others had a part of the processors";
    }

    private String level() {
        return clients.isPresent()
                ? "%,d clients".formatted(clients.getAsInt())
                : "no level that both have held";
    }

    private static String shown(OptionalDouble figure) {
        return figure.isPresent() ? Figures.plain(figure.getAsDouble()) : "–";
    }
}
