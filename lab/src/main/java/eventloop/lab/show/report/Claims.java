package eventloop.lab.show.report;

import eventloop.lab.measure.result.MedianInterval;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.Picture;
import eventloop.lab.show.report.plot.SpreadChart;
import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.claims.Pair;
import eventloop.lab.study.claims.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the experiments say of the course's claims.
final class Claims {
    private static final String ID = "claims";

    private Claims() {}

    static Section of(ClaimsResult result) {
        return new Section(
                ID,
                "Which claims hold here?",
                reading(result.claims()),
                pictures(result.claims()),
                List.of(verdicts(result.claims()), figures(result.claims())),
                true);
    }

    private static String reading(List<ClaimResult> claims) {
        var dots =
                "Each dot is a round: how many times the second side's figure the first side's is; the"
                        + " thick stroke is their median, and at 1 both are the same.";
        var shade =
                claims.stream().anyMatch(claim -> ClaimBar.of(claim).isPresent())
                        ? " The shade is where they have to be for the claim to hold."
                        : "";
        var diamond =
                claims.stream().anyMatch(claim -> claim.prediction().isPresent())
                        ? " A hollow diamond is what somebody has guessed before."
                        : "";
        return dots + shade + diamond;
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
                Lines.of(claim.sentence(), SpreadChart.LINE_LENGTH),
                styleClass(claim.verdict()),
                claim.pairs().stream().map(Pair::ratio).toList(),
                ClaimBar.of(claim),
                claim.prediction(),
                answer(claim),
                claim.id() + ": " + claim.reason());
    }

    private static List<String> answer(ClaimResult claim) {
        var verdict = words(claim.verdict());
        return claim.pairs().isEmpty() ? List.of(verdict) : List.of(verdict, ratio(claim));
    }

    /// In style sheets.
    static String styleClass(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "holds";
            case DOES_NOT_HOLD -> "does-not-hold";
            case CANNOT_TELL -> "cannot-tell";
        };
    }

    private static String words(Verdict verdict) {
        var mark =
                switch (verdict) {
                    case HOLDS -> "✓";
                    case DOES_NOT_HOLD -> "✗";
                    case CANNOT_TELL -> "?";
                };
        return mark + " " + verdict.words();
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
                            words(claim.verdict()),
                            claim.reason()));
        }
        return table;
    }

    private static DataTable figures(List<ClaimResult> claims) {
        var table =
                new DataTable(
                        "Figures: medians, with the least round and the most; of the ratio the median,"
                                + " and where it lies with %.0f %% certainty"
                                        .formatted(100 * MedianInterval.CERTAINTY_OF_CLAIMS),
                        5,
                        List.of(
                                "claim",
                                "figure",
                                "first",
                                "second",
                                "expected",
                                "ratio",
                                "guess"));
        for (var claim : claims) {
            table.row(
                    List.of(
                            claim.id(),
                            figure(claim),
                            "%s: %s".formatted(claim.first(), words(claim.firstSpread())),
                            "%s: %s".formatted(claim.second(), words(claim.secondSpread())),
                            claim.expected(),
                            ratio(claim),
                            guess(claim.prediction())));
        }
        return table;
    }

    private static String ratio(ClaimResult claim) {
        var interval =
                claim.interval()
                        .map(ends ->
                                " (%s to %s)"
                                        .formatted(
                                                Units.figure(ends.least()),
                                                Units.figure(ends.most())));
        return claim.ratio()
                .map(ratio -> Units.figure(ratio.median()) + interval.orElse(""))
                .orElse("–");
    }

    private static String figure(ClaimResult claim) {
        return claim.unit().isEmpty() || claim.figure().equals(claim.unit())
                ? claim.figure()
                : "%s, %s".formatted(claim.figure(), claim.unit());
    }

    private static String guess(OptionalDouble ratio) {
        return ratio.isPresent() ? Units.figure(ratio.getAsDouble()) : "";
    }

    private static String words(Optional<Spread> spread) {
        return spread.map(figures -> Units.spread(figures, Units::figure)).orElse("–");
    }
}
