package eventloop.lab.show.pages;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.claims.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;

/// The stored claims as AsciiDoc, a region for each, so that a slide shows a claim and its verdict with
/// `include::claims.adoc[tag=C03]` and nothing of it was typed.
final class ClaimSlides {
    private static final String HEAD =
            "// Made from lab/results/claims.json by ./course readme: a slide includes a claim by its tag.\n";

    private ClaimSlides() {}

    static String of(ClaimsResult result) {
        return result.claims().stream()
                .map(ClaimSlides::region)
                .collect(Collectors.joining("\n", HEAD + "\n", ""));
    }

    private static String region(ClaimResult claim) {
        return """
        // tag::%s[]
        [.claim.%s]
        --
        [.sentence]
        %s

        [.measured]
        Measured: [.verdict]#%s#, %s +
        `./course claims %s`
        --
        // end::%s[]
        """
                .formatted(
                        claim.id(),
                        look(claim.verdict()),
                        plain(claim.sentence()),
                        claim.verdict().words(),
                        plain(figures(claim)),
                        claim.id(),
                        claim.id());
    }

    private static String look(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "holds";
            case DOES_NOT_HOLD, CANNOT_TELL -> "not";
        };
    }

    /// The reason, where there are no figures.
    private static String figures(ClaimResult claim) {
        return claim.ratio()
                .map(ratio ->
                        "%s %s times as high, %s%s against %s%s"
                                .formatted(
                                        claim.figure(),
                                        Figures.plain(ratio.median()),
                                        claim.first(),
                                        median(claim.firstSpread(), claim.unit()),
                                        claim.second(),
                                        median(claim.secondSpread(), claim.unit())))
                .orElse(claim.reason());
    }

    private static String median(Optional<Spread> spread, String unit) {
        return spread.map(figures ->
                        " (%s)"
                                .formatted(
                                        "%s %s"
                                                .formatted(Figures.plain(figures.median()), unit)
                                                .strip()))
                .orElse("");
    }

    /// What AsciiDoc is to print as it stands.
    private static String plain(String text) {
        return "pass:c[" + text.replace("]", "\\]") + "]";
    }
}
