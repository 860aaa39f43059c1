package eventloop.lab.report;

import eventloop.lab.claims.ClaimResult;
import eventloop.lab.claims.ClaimsResult;
import eventloop.lab.claims.Pair;
import eventloop.lab.claims.Spread;
import eventloop.lab.report.plot.Axis;
import eventloop.lab.report.plot.Picture;
import eventloop.lab.report.plot.SpreadChart;
import java.util.List;
import java.util.Optional;

/// What the experiments say of the course's claims.
final class Claims {
    private static final String ID = "claims";
    private static final int LINE = 46;

    private Claims() {}

    static Section of(ClaimsResult result) {
        return new Section(
                ID,
                "Which claims hold here?",
                "Each dot is a round: how many times the second side's figure the first side's is."
                        + " The shade is where they have to be for the claim to hold, and a hollow"
                        + " diamond is what somebody has guessed before.",
                pictures(result.claims()),
                List.of(verdicts(result.claims()), figures(result.claims())),
                true);
    }

    private static List<Picture> pictures(List<ClaimResult> claims) {
        return claims.isEmpty()
                ? List.of()
                : List.of(
                        new SpreadChart(
                                        new Axis("Ratio of the two sides", Units::plain),
                                        claims.stream().map(Claims::row).toList())
                                .draw(ID, "The ratios of every claim; the table below has them."));
    }

    private static SpreadChart.Row row(ClaimResult claim) {
        return new SpreadChart.Row(
                claim.id(),
                Lines.of(claim.sentence(), LINE),
                styleClass(claim),
                claim.pairs().stream().map(Pair::ratio).toList(),
                Bar.of(claim),
                claim.prediction(),
                List.of(mark(claim) + " " + claim.verdict().words()),
                claim.id() + ": " + claim.reason());
    }

    private static String styleClass(ClaimResult claim) {
        return claim.verdict().words().replace(" here", "").replace(' ', '-');
    }

    private static String mark(ClaimResult claim) {
        return switch (claim.verdict()) {
            case HOLDS -> "✓";
            case DOES_NOT_HOLD -> "✗";
            case CANNOT_TELL -> "?";
        };
    }

    private static DataTable verdicts(List<ClaimResult> claims) {
        var table =
                new DataTable(
                        "Verdicts",
                        6,
                        List.of("claim", "sentence", "slide", "lesson", "verdict", "reason"));
        for (var claim : claims) {
            table.row(
                    List.of(
                            claim.id(),
                            claim.sentence(),
                            claim.slide(),
                            claim.lesson(),
                            mark(claim) + " " + claim.verdict().words(),
                            claim.reason()));
        }
        return table;
    }

    private static DataTable figures(List<ClaimResult> claims) {
        var table =
                new DataTable(
                        "Figures: medians, and from the least round to the most",
                        5,
                        List.of(
                                "claim",
                                "figure",
                                "first",
                                "second",
                                "expected",
                                "first is",
                                "second is",
                                "ratio",
                                "guess"));
        for (var claim : claims) {
            table.row(
                    List.of(
                            claim.id(),
                            "%s, %s".formatted(claim.figure(), claim.unit()),
                            claim.first(),
                            claim.second(),
                            claim.expected(),
                            words(claim.firstSpread()),
                            words(claim.secondSpread()),
                            words(claim.ratio()),
                            claim.prediction().isPresent()
                                    ? Units.figure(claim.prediction().getAsDouble())
                                    : "–"));
        }
        return table;
    }

    private static String words(Optional<Spread> spread) {
        return spread.map(figures ->
                        "%s (%s to %s)"
                                .formatted(
                                        Units.figure(figures.median()),
                                        Units.figure(figures.least()),
                                        Units.figure(figures.most())))
                .orElse("–");
    }
}
