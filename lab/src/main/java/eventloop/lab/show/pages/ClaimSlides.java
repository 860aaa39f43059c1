package eventloop.lab.show.pages;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.vast.CrowdVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The stored claims as AsciiDoc, a region for each, so that a slide shows a claim and its verdict with
/// `include::claims.adoc[tag=C03]` and nothing of it was typed; and a region `verdicts` with all of them at a glance,
/// those about crowds as well.
final class ClaimSlides {
    private static final String HEAD =
            "// Made from stored results by `./course readme`: a slide includes a claim by its tag.\n";

    private ClaimSlides() {}

    static String of(ClaimsResult result, List<CrowdVerdict> ofCrowds) {
        return result.claims().stream()
                .map(ClaimSlides::region)
                .collect(Collectors.joining("\n", HEAD + "\n", "\n" + verdicts(result, ofCrowds)));
    }

    private static String verdicts(ClaimsResult result, List<CrowdVerdict> ofCrowds) {
        var found =
                Stream.concat(
                        result.claims().stream()
                                .map(claim -> Map.entry(claim.verdict(), claim.id())),
                        ofCrowds.stream()
                                .map(crowd -> Map.entry(crowd.verdict(), crowd.claim().id())));
        var byVerdict =
                found.collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                TreeMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.joining(" "))));
        var rows = new StringBuilder();
        byVerdict.forEach((verdict, ids) ->
                rows.append(
                        "| [.verdict.%s]#%s# | %s\n"
                                .formatted(look(verdict), verdict.words(), ids)));
        return """
        // tag::verdicts[]
        [cols="1,3"]
        |===
        %s|===
        // end::verdicts[]
        """
                .formatted(rows);
    }

    private static String region(ClaimResult claim) {
        return """
        // tag::%s[]
        [.claim.%s]
        --
        [.sentence]
        %s

        [.measured]
        [.verdict]#%s#: %s +
        `./course claims %s`
        --
        // end::%s[]
        """
                .formatted(
                        claim.id(),
                        look(claim.verdict()),
                        plain(claim.sentence()),
                        claim.verdict().words(),
                        figures(claim),
                        claim.id(),
                        claim.id());
    }

    private static String look(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "holds";
            case DOES_NOT_HOLD, CANNOT_TELL -> "not";
        };
    }

    /// A line for what came of it and one for each side; the reason, where there are no figures.
    private static String figures(ClaimResult claim) {
        return claim.ratio()
                .map(ratio ->
                        String.join(
                                " +\n",
                                plain(
                                        "%s %s times as high"
                                                .formatted(
                                                        claim.figure(),
                                                        Figures.plain(ratio.median()))),
                                side(claim.first(), claim.firstSpread(), claim.unit()),
                                side(claim.second(), claim.secondSpread(), claim.unit())))
                .orElseGet(() -> plain(claim.reason()));
    }

    private static String side(String name, Optional<Spread> spread, String unit) {
        return plain(
                spread.map(figures ->
                                "%s: %s %s".formatted(name, Figures.plain(figures.median()), unit))
                        .orElse(name)
                        .strip());
    }

    /// What AsciiDoc is to print as it stands.
    private static String plain(String text) {
        return "pass:c[" + text.replace("]", "\\]") + "]";
    }
}
